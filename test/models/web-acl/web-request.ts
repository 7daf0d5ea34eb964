// A web request as AWS WAF receives it from CloudFront, and its parts.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-fields-list.html
//
// AWS WAF compares bytes. A byte string here is a JavaScript string with one character, U+0000 to U+00FF, for each byte.

import { NotModelled } from "./inputs";

export interface WebRequest {
  /** Path and query string as on the request line: AWS WAF normalises nothing by itself, and neither does this. */
  readonly uri: string;
  /** @default "GET" */
  readonly method?: string;
  /** Names in any case, each once. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The address CloudFront sees. @default 203.0.113.10, an address of documentation */
  readonly clientIp?: string;
  /** What the client has solved and holds a valid, unexpired token for. */
  readonly tokens?: readonly ("captcha" | "challenge")[];
}

/** A name with its value: of headers, cookies and query arguments. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

export const bytesOf = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

export const methodOf = (request: WebRequest): string => bytesOf(request.method ?? "GET");

export const clientIpOf = (request: WebRequest): string => request.clientIp ?? "203.0.113.10";

export function pathOf(request: WebRequest): string {
  return targetOf(request).path;
}

/** What follows the `?`, or nothing where there is none. */
export function queryStringOf(request: WebRequest): string | undefined {
  return targetOf(request).query;
}

/** The arguments as sent: only text transformations decode, and they see values alone. */
export function queryArgumentsOf(request: WebRequest): Pair[] {
  const query = queryStringOf(request);
  return (query ?? "")
    .split("&")
    .filter((argument) => argument !== "")
    .map(pairOf);
}

export function headersOf(request: WebRequest): Pair[] {
  const names = new Set<string>();
  return Object.entries(request.headers ?? {}).map(([name, value]) => {
    if (names.has(comparable(name))) {
      throw new NotModelled(`request.headers: a header that is sent twice, ${name}, is not modelled`);
    }
    names.add(comparable(name));
    return { name: bytesOf(name.trim()), value: bytesOf(value.trim()) };
  });
}

/** "The string match for the name is not case sensitive and is performed after trimming": of the request and of the rule. */
export function headerOf(request: WebRequest, name: string): string | undefined {
  return headersOf(request).find((header) => comparable(header.name) === comparable(name))?.value;
}

export function cookiesOf(request: WebRequest): Pair[] {
  return (headerOf(request, "cookie") ?? "")
    .split(";")
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== "")
    .map(pairOf);
}

/** A header's name without what does not distinguish headers. */
export const comparable = (name: string): string => name.trim().toLowerCase();

function targetOf(request: WebRequest): { path: string; query: string | undefined } {
  if (!request.uri.startsWith("/") || request.uri.includes("#")) {
    throw new NotModelled(`request.uri: only a path and a query string are modelled; got ${request.uri}`);
  }
  const [path = "", ...query] = bytesOf(request.uri).split("?");
  return { path, query: query.length === 0 ? undefined : query.join("?") };
}

function pairOf(text: string): Pair {
  const [name = "", ...value] = text.split("=");
  return { name, value: value.join("=") };
}

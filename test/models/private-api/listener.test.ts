import { NotModelled } from "./inputs";
import { route } from "./listener-rules";
import type { HttpRequest } from "./request";
import { type EmittedResource, Stack } from "./stack";

interface Rule {
  readonly priority: number;
  readonly conditions: unknown[];
  readonly transforms?: unknown[];
  readonly to?: string;
}

const listener = "arn:listener";
const header = (...values: string[]) => ({ httpHeader: { httpHeaderName: "X-Key", values } });
const paths = (...values: string[]) => ({ pathPattern: { values } });
const hosts = (...values: string[]) => ({ hostHeader: { values } });
const always = paths("/*");

/** Where a request goes, and what becomes of it. */
function send(rules: Rule[], request: Partial<HttpRequest> = {}) {
  const resources: EmittedResource[] = rules.map(({ to, ...rule }, index) => ({
    type: "aws:lb/listenerRule:ListenerRule",
    name: `rule-${index}`,
    inputs: { listenerArn: listener, ...rule, actions: [{ type: "forward", targetGroupArn: to ?? "group" }] },
    outputs: {},
  }));
  const refusal = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "403" } };
  resources.push({
    type: "aws:lb/listener:Listener",
    name: "listener",
    inputs: { defaultActions: [refusal] },
    outputs: { arn: listener },
  });
  const stack = new Stack(resources, "eu-central-1", { serviceSecurityGroupId: "sg-1", prefixListId: "pl-1" });
  const [own] = stack.all("lb/listener:Listener");
  if (own === undefined) {
    throw new Error("no listener");
  }
  const outcome = route(stack, own, { host: "example.com", path: "/", ...request });
  return "refused" in outcome
    ? outcome.refused
    : { to: outcome.passed.targetGroupArn, host: outcome.passed.request.host, path: outcome.passed.request.path };
}

const REFUSED = { gate: "listener, default action", why: "fixed response 403" };

describe("rules", () => {
  test("are asked by priority, not by their place, and the first that fits decides", () => {
    const rules = [
      { priority: 20, conditions: [always], to: "second" },
      { priority: 10, conditions: [paths("/a")], to: "first" },
    ];
    expect(send(rules, { path: "/a" })).toMatchObject({ to: "first" });
    expect(send(rules, { path: "/b" })).toMatchObject({ to: "second" });
    expect(send(rules.slice(1), { path: "/b" })).toEqual(REFUSED);
  });

  test("fit if all of their conditions do, and a condition if one of its values does", () => {
    const rules = [{ priority: 1, conditions: [header("one", "two"), paths("/a", "/a/*")] }];
    expect(send(rules, { path: "/a/b", headers: { "x-key": "two" } })).toMatchObject({ to: "group" });
    expect(send(rules, { path: "/a/b", headers: { "x-key": "three" } })).toEqual(REFUSED);
    expect(send(rules, { path: "/b", headers: { "x-key": "two" } })).toEqual(REFUSED);
    expect(send(rules, { path: "/a" })).toEqual(REFUSED);
  });

  test("with the same priority, or with more than a rule takes, are refused", () => {
    const twice = [1, 1].map((priority) => ({ priority, conditions: [always] }));
    expect(() => send(twice)).toThrow("the same priority");
    for (const condition of [header(...Array(6).fill("v")), header("******"), header("v".repeat(129)), header("")]) {
      expect(() => send([{ priority: 1, conditions: [condition] }])).toThrow("more than a rule takes");
    }
  });
});

describe("a condition", () => {
  test.each([
    [header("*"), { headers: { "X-KEY": "" } }, true],
    [header("*"), {}, false],
    [header("AbC"), { headers: { "x-key": "aBc" } }, true],
    [header("a?c"), { headers: { "x-key": "abc" } }, true],
    [header("a?c"), { headers: { "x-key": "ac" } }, false],
    [header("a.c"), { headers: { "x-key": "abc" } }, false],
    [hosts("*.example.com"), { host: "API.example.com" }, true],
    [hosts("*.example.com"), { host: "example.com" }, false],
    [paths("/a/*"), { path: "/a/" }, true],
    [paths("/a/*"), { path: "/a" }, false],
    [paths("/a/*"), { path: "/A/b" }, false],
    [paths("/a"), { path: "/a?b=/c" }, true],
    [paths("/a/*"), { path: "/a/b%20c" }, true],
  ])("%j of %j: %s", (condition, request, fits) => {
    const outcome = send([{ priority: 1, conditions: [condition] }], request);
    expect(outcome).toMatchObject(fits ? { to: "group" } : REFUSED);
  });

  test.each(["/a/../b", "/a/./b", "/a//b", "/a/%2e%2e/b", "/%61"])(
    "on a path that load balancers normalise throws, as nobody says how: %s",
    (path) => {
      expect(() => send([{ priority: 1, conditions: [paths("/a", "/a/*")] }], { path })).toThrow(NotModelled);
    },
  );

  test("of another kind throws", () => {
    const conditions = [{ sourceIp: { values: ["10.0.0.0/8"] } }];
    expect(() => send([{ priority: 1, conditions }])).toThrow(NotModelled);
  });
});

describe("a transform", () => {
  const rewritten = (kind: "host" | "url", regex: string, replace: string, request: Partial<HttpRequest>) => {
    const config = { rewrite: { regex, replace } };
    const transform =
      kind === "host"
        ? { type: "host-header-rewrite", hostHeaderRewriteConfig: config }
        : { type: "url-rewrite", urlRewriteConfig: config };
    return send([{ priority: 1, conditions: [always], transforms: [transform] }], request);
  };

  test("of the host replaces what matches", () => {
    expect(rewritten("host", "^.*$", "api.internal", { host: "x.example.com" })).toMatchObject({
      host: "api.internal",
    });
    expect(rewritten("host", "^(.+)\\.com$", "$1.net", { host: "x.example.com" })).toMatchObject({
      host: "x.example.net",
    });
  });

  test("of the URL sees the query string, and decodes the path alone", () => {
    expect(rewritten("url", "^/", "/live/", { path: "/a%2Fb?c=%2F" })).toMatchObject({ path: "/live/a/b?c=%2F" });
    expect(rewritten("url", "\\?.*$", "", { path: "/a?b=c" })).toMatchObject({ path: "/a" });
  });

  test("without a match leaves the request alone", () => {
    const request = { host: "example.com", path: "/a%2Fb" };
    expect(rewritten("url", "^/x", "/y", request)).toEqual({ to: "group", ...request });
    expect(rewritten("host", "^x$", "y", request)).toEqual({ to: "group", ...request });
  });

  test.each([
    ["^(?=/)", "/live"],
    ["^(/)\\1", "/live"],
    ["^/*+", "/live"],
    ["^/", "/live$0"],
  ])("from %s to %s is not known to work", (regex, replace) => {
    expect(() => rewritten("url", regex, replace, { path: "/a" })).toThrow(NotModelled);
  });

  test("comes after the choice of the rule", () => {
    const rewrite = { rewrite: { regex: "^/a", replace: "/b" } };
    const transforms = [{ type: "url-rewrite", urlRewriteConfig: rewrite }];
    const rules = [
      { priority: 1, conditions: [paths("/a")], transforms, to: "a" },
      { priority: 2, conditions: [paths("/b")], to: "b" },
    ];
    expect(send(rules, { path: "/a" })).toEqual({ to: "a", host: "example.com", path: "/b" });
  });
});

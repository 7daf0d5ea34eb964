// A request on its way, and where it ends.

export interface HttpRequest {
  /** @default "GET" */
  readonly method?: string;
  readonly host: string;
  /** Path and query string, as on the request line. */
  readonly path: string;
  /** Names in any case, each once. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type Outcome =
  | {
      readonly reached: {
        readonly restApiId: string;
        readonly stage: string;
        readonly path: string;
        readonly host: string;
      };
    }
  | { readonly refused: { readonly gate: string; readonly why: string } };

/** A gate lets a request through, perhaps changed, or says why not. */
export type Passed<Result> = { readonly passed: Result } | { readonly refused: Refusal };

export interface Refusal {
  readonly gate: string;
  readonly why: string;
}

export function pass<Result>(passed: Result): Passed<Result> {
  return { passed };
}

export function refuse(gate: string, why: string): { readonly refused: Refusal } {
  return { refused: { gate, why } };
}

export function headerOf({ headers }: HttpRequest, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

export function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  const others = Object.entries(request.headers ?? {}).filter(([each]) => each.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: { ...Object.fromEntries(others), [name]: value } };
}

/** The path without the query string. */
export function pathOf({ path }: HttpRequest): string {
  return path.split("?")[0] ?? "";
}

/** A method and a path of an API of Lambda functions. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** `"GET /orders/{id}"`; nothing where the text is no route. */
export function readRoute(text: string): Route | undefined {
  const [, method, path] = /^(GET|HEAD|OPTIONS|PUT|POST|PATCH|DELETE|ANY) (\/\S*)$/.exec(text) ?? [];
  return method === undefined || path === undefined ? undefined : { method, path };
}

/** `/orders/{id}` is `-orders-id` in the names of children. */
export function roleOf(path: string): string {
  return path
    .replace(/[{}+]/g, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/-$/, "");
}

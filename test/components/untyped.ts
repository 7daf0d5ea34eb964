/** A value as a JavaScript program would pass it, where no compiler refuses. */
export function untyped<T>(value: unknown): T {
  return value as T;
}

/** What was made for a Region that the arguments name. */
export function inRegion<T>(region: string, made: ReadonlyMap<string, T>): T {
  const value = made.get(region);
  if (value === undefined) {
    throw new Error(`Nothing was made for ${region}`);
  }
  return value;
}

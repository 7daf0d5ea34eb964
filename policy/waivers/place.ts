/** A property without the numbers of list entries, which move when an entry before them goes. */
export function placeOf(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}

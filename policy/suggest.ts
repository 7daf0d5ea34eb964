/** How to go on after a name that is not known: the one that was probably meant, else all there are. */
export function suggest(name: string, known: readonly string[]): string {
  const close = known
    .map((other) => ({ other, distance: editDistance(name, other) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return close !== undefined && close.distance <= Math.max(3, name.length / 3)
    ? `; did you mean "${close.other}"?`
    : `; known are ${known.join(", ")}`;
}

/** Levenshtein. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

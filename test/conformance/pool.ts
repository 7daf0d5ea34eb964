// Starts work on a list of items, a few at a time and in order, on the first request for any result.

export function startAll<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): (item: Item) => Promise<Result> {
  let results: Map<Item, Promise<Result>> | undefined;

  function start(): Map<Item, Promise<Result>> {
    const lanes: Promise<unknown>[] = Array.from({ length: atOnce }, () => Promise.resolve());
    const started = items.map((item, index): [Item, Promise<Result>] => {
      const lane = index % atOnce;
      const result = (lanes[lane] ?? Promise.resolve()).then(() => work(item));
      // A failure belongs to whoever asks for that result; the lane goes on.
      lanes[lane] = result.catch(() => undefined);
      return [item, result];
    });
    return new Map(started);
  }

  return (item) => {
    results ??= start();
    return results.get(item) ?? Promise.reject(new Error("startAll: not one of its items"));
  };
}

// Every place in the arguments of a component, to put something else there.

export type Place = readonly (string | number)[];

/** Every argument, and every argument in an argument. What a function of the library made is a leaf. */
export function placesOf(value: unknown, place: Place = []): Place[] {
  const isLeaf = typeof value !== "object" || value === null || "bind" in value;
  const inside = isLeaf ? [] : Object.entries(value);
  return [
    ...(place.length > 0 ? [place] : []),
    ...inside.flatMap(([key, each]) => placesOf(each, [...place, Array.isArray(value) ? Number(key) : key])),
  ];
}

/** A copy with something else at one place. */
export function replace(value: unknown, [key, ...rest]: Place, other: unknown): unknown {
  if (key === undefined) {
    return other;
  }
  if (Array.isArray(value)) {
    return value.map((each, index) => (index === key ? replace(each, rest, other) : each));
  }
  const object: Record<string, unknown> = { ...(value as object) };
  return { ...object, [key]: replace(object[key], rest, other) };
}

/** As messages call it. */
export function pathOf(place: Place): string {
  const text = place.map((key) => {
    return typeof key === "number" || key.includes(".") ? `[${JSON.stringify(key)}]` : `.${key}`;
  });
  return text.join("").slice(1);
}

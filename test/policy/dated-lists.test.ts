// Lists that age must be read again in time. Where this fails: read the source, bring the list up to date, and move `reviewBy`.

import lists from "../../policy/dated/dated-lists.json";

const today = new Date().toISOString().slice(0, 10);

test.each(Object.entries(lists).flatMap(([name, list]) => (typeof list === "string" ? [] : [[name, list] as const])))(
  "%s is not yet due for review",
  (_name, { readOn, reviewBy, source, values }) => {
    expect(source).toMatch(/^https:\/\//);
    expect(new Set(values).size).toBe(values.length);
    expect(readOn <= today).toBe(true);
    expect({ reviewBy, isDue: reviewBy < today }).toEqual({ reviewBy, isDue: false });
  },
);

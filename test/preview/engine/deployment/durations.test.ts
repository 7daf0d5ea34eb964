import fc from "fast-check";
import { parseDuration } from "../../../../preview/engine/deployment/durations";
import { timeoutsInSeconds } from "../../../../preview/engine/deployment/state";

test.each<[string, number]>([
  ["1h30m", 5400],
  ["0.5s", 0.5],
  [".5m", 30],
  ["1.s", 1],
  ["90m", 5400],
  ["1h1m1s1ms1us1ns", 3661.001001001],
  ["2\u00b5s", 2e-6],
  ["2\u03bcs", 2e-6],
  ["-1m", -60],
  ["+1m", 60],
  ["0", 0],
  ["-0", 0],
  ["0s", 0],
  ["1m1m", 120],
])("%s", (text, seconds) => {
  expect(parseDuration(text)).toBeCloseTo(seconds, 12);
});

test.each([
  "",
  "1",
  "h",
  "1 h",
  " 1h",
  "1h ",
  "1d",
  "1h-30m",
  "--1h",
  ".s",
  "1..5s",
  "1,5s",
  "1H",
  "infinity",
  "1e3s",
  "1h\n",
])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("whatever the units and amounts, their sum is the duration", () => {
  const units = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
  const part = fc.tuple(
    fc.nat(100_000),
    fc.nat(999),
    fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom("", "-", "+"), (parts, sign) => {
      const text = sign + parts.map(([whole, fraction, unit]) => `${whole}.${fraction}${unit}`).join("");
      const sum = parts.reduce(
        (total, [whole, fraction, unit]) => total + Number(`${whole}.${fraction}`) * units[unit],
        0,
      );
      const seconds = parseDuration(text) ?? Number.NaN;
      expect(Math.abs(seconds - (sign === "-" ? -sum : sum))).toBeLessThanOrEqual(1e-9 * Math.max(1, sum));
    }),
  );
});

test("timeouts in seconds, without those that are not set; a text that is none is refused", () => {
  expect(timeoutsInSeconds(undefined)).toBeUndefined();
  expect(timeoutsInSeconds({ create: "", update: "" })).toBeUndefined();
  expect(timeoutsInSeconds({ create: "5m", update: "", delete: "1h" })).toEqual({ create: 300, delete: 3600 });
  expect(() => timeoutsInSeconds({ create: "5m", delete: "soon" })).toThrow("unable to parse customTimeout Value soon");
});

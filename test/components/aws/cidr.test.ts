import fc from "fast-check";
import { type Cidr, isPrivateRange, overlap, parseCidr, sizeOf, subrange } from "../../../components/aws/cidr";

/** Any range there is. */
const ranges = fc
  .record({ prefix: fc.integer({ min: 0, max: 32 }), seed: fc.nat() })
  .map(({ prefix, seed }): Cidr => ({ prefix, first: (seed % 2 ** prefix) * sizeOf(prefix) }));

/** A range, and how many bits of it make which of its parts. */
const splits = fc
  .record({ range: ranges, bits: fc.integer({ min: 0, max: 8 }) })
  .filter(({ range, bits }) => range.prefix + bits <= 32);

const text = ({ first, prefix }: Cidr): string => subrange({ first, prefix }, 0, 0);

function parsed(range: string): Cidr {
  const cidr = parseCidr(range);
  if (cidr === undefined) {
    throw new Error(`${range} is no range`);
  }
  return cidr;
}

test.each<[string, Cidr]>([
  ["10.0.0.0/8", { first: 167_772_160, prefix: 8 }],
  ["10.1.2.0/24", { first: 167_838_208, prefix: 24 }],
  ["255.255.255.255/32", { first: 4_294_967_295, prefix: 32 }],
  ["0.0.0.0/0", { first: 0, prefix: 0 }],
])("%s is a range", (range, cidr) => {
  expect(parseCidr(range)).toEqual(cidr);
});

test.each([
  "",
  "10.0.0.0",
  "10.0.0.0/",
  "10.0.0.0/33",
  "10.0.0.0/-1",
  "10.0.0.0/8.0",
  "10.0.0.0/0x8",
  "10.0.0.0/ 8",
  "10.0.0.0/8/8",
  "10.0.0/8",
  "10.0.0.256/32",
  "010.0.0.0/8",
  "::/0",
  "10.0.0.1/31",
  "10.0.0.0/7.5",
  "10.0.1.0/16",
])("%j is none", (range) => {
  expect(parseCidr(range)).toBeUndefined();
});

test("what is written of a range is read as the same", () => {
  fc.assert(fc.property(ranges, (range) => expect(parseCidr(text(range))).toEqual(range)));
});

test("parts are as many as the bits tell, one after the other, and together the whole", () => {
  fc.assert(
    fc.property(splits, ({ range, bits }) => {
      const parts = Array.from({ length: 2 ** bits }, (_, index) => parsed(subrange(range, bits, index)));
      expect(parts.map(({ first }) => first)).toEqual(
        parts.map((_, index) => range.first + index * sizeOf(range.prefix + bits)),
      );
      expect(parts.reduce((sum, { prefix }) => sum + sizeOf(prefix), 0)).toBe(sizeOf(range.prefix));
    }),
  );
});

test("different parts share no address, and all are inside", () => {
  fc.assert(
    fc.property(splits, fc.nat(), fc.nat(), ({ range, bits }, one, other) => {
      const [left, right] = [one % 2 ** bits, other % 2 ** bits];
      const part = parsed(subrange(range, bits, left));
      expect(overlap(part, parsed(subrange(range, bits, right)))).toBe(left === right);
      expect(part.first >= range.first && part.first + sizeOf(part.prefix) <= range.first + sizeOf(range.prefix)).toBe(
        true,
      );
    }),
  );
});

test("overlapping goes both ways, and is what it is: one address or more in both", () => {
  fc.assert(
    fc.property(ranges, ranges, (left, right) => {
      expect(overlap(left, right)).toBe(overlap(right, left));
      const [wide, narrow] = left.prefix <= right.prefix ? [left, right] : [right, left];
      // Ranges begin at multiples of their size: the narrower one is inside or outside.
      const isInside = Math.floor(narrow.first / sizeOf(wide.prefix)) === wide.first / sizeOf(wide.prefix);
      expect(overlap(left, right)).toBe(isInside);
    }),
  );
});

test.each([
  "10.0.0.0/8",
  "10.255.0.0/16",
  "172.16.0.0/12",
  "172.31.0.0/16",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "100.127.192.0/18",
])("%s is private", (range) => {
  expect(isPrivateRange(parsed(range))).toBe(true);
});

test.each([
  "0.0.0.0/0",
  "8.0.0.0/6",
  "9.255.0.0/16",
  "11.0.0.0/16",
  "172.0.0.0/8",
  "172.32.0.0/16",
  "192.0.0.0/8",
  "192.169.0.0/16",
  "100.128.0.0/16",
  "100.63.0.0/16",
])("%s is not, or not all of it", (range) => {
  expect(isPrivateRange(parsed(range))).toBe(false);
});

import { checkMember, checkRange } from "../../components/argument-checks";

const range = { min: 1, max: 3 };

test.each([undefined, 1, 2, 3])("%j is within the range", (value) => {
  expect(checkRange("tries", value, range)).toEqual([]);
});

test.each([0, 4, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])("%d is not within the range", (value) => {
  expect(checkRange("tries", value, range)).toEqual([
    { path: "tries", must: "be a whole number from 1 to 3", got: value },
  ]);
});

const MODES = { On: "on", Off: "off" };

test.each([undefined, "on", "off"])("%j is a member", (value) => {
  expect(checkMember("mode", value, MODES)).toEqual([]);
});

test.each(["On", "", "toString", "constructor"])("%j is no member", (value) => {
  expect(checkMember("mode", value, MODES)).toEqual([{ path: "mode", must: 'be one of "on", "off"', got: value }]);
});

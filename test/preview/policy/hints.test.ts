import * as ofPack from "../../../policy/preview-hints";
import { saysNothingOf, subjectKey } from "../../../preview/policy/hints";

test("the pack of this repository and the preview mean the same keys", () => {
  expect(ofPack.subjectKey).toBe(subjectKey);
  const validate = Object.assign(() => undefined, { [ofPack.isAboutKey]: (type: string) => type === "a" });
  expect([saysNothingOf(validate, "a"), saysNothingOf(validate, "b")]).toEqual([false, true]);
});

test("a policy without hints is asked about everything", () => {
  expect(saysNothingOf(() => undefined, "a")).toBe(false);
});

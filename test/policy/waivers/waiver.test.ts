import { covers, isExpired } from "../../../policy/waivers/waiver";
import { waivedLine } from "../../../policy/waivers/wording";
import { waiver } from "../kit/waivers";

test.each([
  ["2027-01-30", false],
  ["2027-01-31", false],
  ["2027-02-01", true],
  ["2026-12-31", false],
  ["2028-01-01", true],
])("a waiver that expires on 2027-01-31 has expired on %s: %s", (today, expected) => {
  expect(isExpired(waiver({ expires: "2027-01-31" }), today)).toBe(expected);
});

const urn = "urn:pulumi:prod::shop::causeway:aws:EdgeFrontDoor$aws:cloudfront/distribution:Distribution::site";
const oddUrn = "urn:pulumi:prod::shop::aws:sqs/queue:Queue::orders::dead";

test.each<[string, string, boolean]>([
  ["site", urn, true],
  ["s*e", urn, true],
  ["*", urn, true],
  // A name is all of the name.
  ["it", urn, false],
  ["shop", urn, false],
  ["aws:cloudfront*", urn, false],
  ["orders*", oddUrn, true],
  ["dead", oddUrn, false],
  // A URN is all of the URN, the types of its parents included.
  [urn, urn, true],
  ["urn:pulumi:prod::*::site", urn, true],
  ["urn:pulumi:dev::*::site", urn, false],
  ["urn:pulumi:prod::*", urn, true],
  ["urn:*", urn, true],
  ["urn:pulumi:prod::*::aws:cloudfront/distribution:Distribution::site", urn, false],
  ["urn:pulumi:prod::*aws:cloudfront/distribution:Distribution::site", urn, true],
  ["*::site", urn, true],
  ["*:Distribution::*", urn, true],
  ["site::*", urn, false],
  ["orders::dead", oddUrn, false],
  ["*::orders::dead", oddUrn, true],
])("the pattern %s against %s: %s", (resource, subject, expected) => {
  expect(covers(waiver({ resource }), "cloudfront-waf", subject)).toBe(expected);
});

test("a waiver covers one rule, by its whole name", () => {
  expect(covers(waiver({ resource: "*" }), "cloudfront-waf", urn)).toBe(true);
  expect(covers(waiver({ resource: "*" }), "cloudfront-wa", urn)).toBe(false);
  expect(covers(waiver({ resource: "*" }), "cloudfront-waf-logs", urn)).toBe(false);
  expect(covers(waiver({ resource: "*" }), "s3-tls-only", urn)).toBe(false);
});

test("the line of a waived finding says until when, by whom, where it was decided and why", () => {
  expect(waivedLine(waiver())).toBe("waived until 2027-01-31 by edge-team (OPS-123): the firewall is being moved");
  expect(waivedLine(waiver({ ticket: undefined }))).toBe(
    "waived until 2027-01-31 by edge-team: the firewall is being moved",
  );
});

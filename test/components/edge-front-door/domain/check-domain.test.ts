// What is refused about names beyond what ../validate.test.ts shows.

import { type DomainArgs, type EdgeFrontDoorArgs, s3Origin } from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { certificateArn, hostedZoneId } from "../variants";

function problemsOf(domain: Partial<DomainArgs>, more: Partial<EdgeFrontDoorArgs> = {}) {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), domain: { name: "www.example.com", ...domain }, ...more });
}

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}.example.com`);

test.each<[string, Partial<DomainArgs>, string[]]>([
  ["a first name with 65 characters", { name: `${"a".repeat(53)}.example.com` }, ["domain.name"]],
  ["a name with a trailing dot", { name: "www.example.com." }, ["domain.name"]],
  [
    "a wildcard in the middle, two of them, and one alone",
    { alternativeNames: ["a.*.example.com", "*.*.example.com", "*"] },
    ["domain.alternativeNames[0]", "domain.alternativeNames[1]", "domain.alternativeNames[2]"],
  ],
  ["more names than a new certificate takes", { alternativeNames: names(10) }, ["domain.alternativeNames"]],
  [
    "a zone for a name that is not there",
    { hostedZoneId, alternativeHostedZoneIds: { "www.example.org": hostedZoneId } },
    ["domain.alternativeHostedZoneIds"],
  ],
  [
    "a zone for the first name, which has one",
    { hostedZoneId, alternativeHostedZoneIds: { "www.example.com": hostedZoneId } },
    ["domain.alternativeHostedZoneIds"],
  ],
  [
    "zones for some of the names only",
    { alternativeNames: ["www.example.org"], alternativeHostedZoneIds: { "www.example.org": hostedZoneId } },
    ["domain.alternativeHostedZoneIds and domain.hostedZoneId"],
  ],
  [
    "a zone's name for its id",
    {
      hostedZoneId,
      alternativeNames: ["www.example.org"],
      alternativeHostedZoneIds: { "www.example.org": "example.org" },
    },
    ['domain.alternativeHostedZoneIds["www.example.org"]'],
  ],
])("refuses %s", (_title, domain, paths) => {
  expect(problemsOf(domain).map(({ path }) => path)).toEqual(paths);
});

test.each<[string, Partial<DomainArgs>, Partial<EdgeFrontDoorArgs>]>([
  ["a first name with 64 characters", { name: `${"a".repeat(52)}.example.com` }, {}],
  ["nine more names", { alternativeNames: names(9) }, {}],
  [
    "ninety-nine more names under a certificate that exists",
    { alternativeNames: names(99), existingCertificateArn: certificateArn },
    {},
  ],
  ["more names where AWS raised the quota", { alternativeNames: names(50) }, { quotas: { certificateNames: 100 } }],
  ["a long name that is not the first", { alternativeNames: [`${"a".repeat(60)}.example.com`] }, {}],
])("takes %s", (_title, domain, more) => {
  expect(problemsOf(domain, more)).toEqual([]);
});

test("names the way out of a full certificate", () => {
  expect(problemsOf({ alternativeNames: names(20) })).toEqual([
    {
      path: "domain.alternativeNames",
      must: "have at most 9 names: a new certificate takes 10 unless AWS has raised the quota",
      got: 20,
      use: "existingCertificateArn, or quotas.certificateNames with the quota of the account",
    },
  ]);
});

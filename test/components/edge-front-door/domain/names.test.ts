// Certificate and records of the names of a front door, where they are Route 53's.

import * as pulumi from "@pulumi/pulumi";
import { type DomainArgs, s3Origin } from "../../../../components";
import { find, follows, known, type RecordedResource } from "../../record-stack";
import { build } from "../build";
import { certificateArn } from "../variants";

const zone = "Z0000000000000000EXAMPLE";
const otherZone = "Z00000000000000000OTHER0";

const withDomain = (domain: DomainArgs) => build({ origin: s3Origin(), domain });

const recordsOf = (resources: readonly RecordedResource[]) =>
  resources
    .filter(({ type }) => type === "aws:route53/record:Record")
    .map(({ name, inputs: { zoneId, name: recordName, type } }) => [name, zoneId, recordName, type])
    .sort();

describe("an apex and its wildcard", () => {
  let front: Awaited<ReturnType<typeof withDomain>>;

  beforeAll(async () => {
    front = await withDomain({ name: "example.com", alternativeNames: ["*.example.com"], hostedZoneId: zone });
  });

  test("share a certificate and the record that proves both", () => {
    expect(front.inputsOf("site-certificate")).toEqual({
      region: "us-east-1",
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com"],
      validationMethod: "DNS",
    });
    expect(recordsOf(front.resources)).toEqual([
      ["site-a-example.com", zone, "example.com", "A"],
      ["site-a-wildcard.example.com", zone, "*.example.com", "A"],
      ["site-aaaa-example.com", zone, "example.com", "AAAA"],
      ["site-aaaa-wildcard.example.com", zone, "*.example.com", "AAAA"],
      ["site-validation-example.com", zone, "_token.example.com.", "CNAME"],
    ]);
    expect(front.inputsOf("site-certificate-validation").validationRecordFqdns).toEqual(["_token.example.com."]);
  });

  test("are both the distribution's, and the apex is the URL", async () => {
    expect(front.inputsOf("site-distribution").aliases).toEqual(["example.com", "*.example.com"]);
    expect(await known(front.site.url)).toBe("https://example.com");
    expect(await known(front.site.aliasRecords)).toEqual([]);
    expect(await known(front.site.validationRecords)).toEqual([]);
  });

  test("are in service once the certificate is issued, and the records once the distribution is", () => {
    expect(find(front.resources, "site-distribution").sources.viewerCertificate).toEqual([
      "site-certificate-validation",
    ]);
    expect(follows(front.resources, "site-aaaa-wildcard.example.com", "site-distribution")).toBe(true);
  });
});

test("a wildcard without its apex is proved in the wildcard's zone", async () => {
  const { resources } = await withDomain({
    name: "www.example.com",
    alternativeNames: ["*.example.org"],
    hostedZoneId: zone,
    alternativeHostedZoneIds: { "*.example.org": otherZone },
  });
  expect(recordsOf(resources)).toEqual([
    ["site-a-wildcard.example.org", otherZone, "*.example.org", "A"],
    ["site-a-www.example.com", zone, "www.example.com", "A"],
    ["site-aaaa-wildcard.example.org", otherZone, "*.example.org", "AAAA"],
    ["site-aaaa-www.example.com", zone, "www.example.com", "AAAA"],
    ["site-validation-example.org", otherZone, "_token.example.org.", "CNAME"],
    ["site-validation-www.example.com", zone, "_token.www.example.com.", "CNAME"],
  ]);
});

test("names in several zones have their records there, the others in the domain's, whose ids may be outputs", async () => {
  const { resources } = await withDomain({
    name: "example.com",
    alternativeNames: ["www.example.com", "example.org"],
    hostedZoneId: pulumi.output(zone),
    alternativeHostedZoneIds: { "example.org": pulumi.output(otherZone) },
  });
  expect(recordsOf(resources).map(([name, zoneId]) => [name, zoneId])).toEqual([
    ["site-a-example.com", zone],
    ["site-a-example.org", otherZone],
    ["site-a-www.example.com", zone],
    ["site-aaaa-example.com", zone],
    ["site-aaaa-example.org", otherZone],
    ["site-aaaa-www.example.com", zone],
    ["site-validation-example.com", zone],
    ["site-validation-example.org", otherZone],
    ["site-validation-www.example.com", zone],
  ]);
});

describe("a certificate that exists", () => {
  test("is used as it is, with records where there is a zone", async () => {
    const { inputsOf, resources } = await withDomain({
      name: "www.example.com",
      hostedZoneId: zone,
      existingCertificateArn: pulumi.output(certificateArn),
    });
    expect(inputsOf("site-distribution").viewerCertificate).toEqual({
      acmCertificateArn: certificateArn,
      minimumProtocolVersion: "TLSv1.2_2025",
      sslSupportMethod: "sni-only",
    });
    expect(resources.filter(({ type }) => type.startsWith("aws:acm/"))).toEqual([]);
    expect(recordsOf(resources).map(([name]) => name)).toEqual(["site-a-www.example.com", "site-aaaa-www.example.com"]);
  });

  test("puts the names into service at once where DNS is elsewhere, and says which records to make", async () => {
    const { site, inputsOf, resources } = await withDomain({
      name: "example.com",
      alternativeNames: ["*.example.com"],
      existingCertificateArn: certificateArn,
    });
    expect(inputsOf("site-distribution").aliases).toEqual(["example.com", "*.example.com"]);
    expect(recordsOf(resources)).toEqual([]);
    expect(await known(site.url)).toBe("https://example.com");
    expect(await known(site.validationRecords)).toEqual([]);
    expect(await known(site.aliasRecords)).toEqual([
      { name: "example.com", type: "CNAME", value: "d111111abcdef8.cloudfront.net" },
      { name: "*.example.com", type: "CNAME", value: "d111111abcdef8.cloudfront.net" },
    ]);
  });
});

test("without a domain there is neither a certificate nor a name, and CloudFront's own TLS policy", async () => {
  const { site, inputsOf, resources } = await build({ origin: s3Origin() });
  expect(inputsOf("site-distribution").viewerCertificate).toEqual({ cloudfrontDefaultCertificate: true });
  expect(inputsOf("site-distribution")).not.toHaveProperty("aliases");
  expect(resources.filter(({ type }) => /^aws:(acm|route53)\//.test(type))).toEqual([]);
  expect(await known(site.aliasRecords)).toEqual([]);
  expect(await known(site.url)).toBe("https://d111111abcdef8.cloudfront.net");
});

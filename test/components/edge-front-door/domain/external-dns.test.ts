// Names whose DNS is not Route 53's: two deployments, so that neither waits for a person.

import { type DomainArgs, EdgeFrontDoor, ExternalDns, s3Origin } from "../../../../components";
import { find, known, recordStack } from "../../record-stack";
import { build } from "../build";

const domain: DomainArgs = { name: "example.com", alternativeNames: ["*.example.com", "www.example.org"] };
const PROOFS = ["example.com", "www.example.org"].map((name) => ({
  name: `_token.${name}.`,
  type: "CNAME",
  value: `_proof.${name}.acm-validations.aws.`,
}));
const ALIASES = ["example.com", "*.example.com", "www.example.org"].map((name) => ({
  name,
  type: "CNAME",
  value: "d111111abcdef8.cloudfront.net",
}));

test.each([undefined, ExternalDns.AwaitingRecords])(
  "before the records exist (%s) nothing waits for them, and the outputs say which to make",
  async (externalDns) => {
    const { site, inputsOf, resources } = await build({ origin: s3Origin(), domain: { ...domain, externalDns } });
    expect(await known(site.validationRecords)).toEqual(PROOFS);
    expect(await known(site.aliasRecords)).toEqual(ALIASES);
    expect(await known(site.url)).toBe("https://d111111abcdef8.cloudfront.net");
    expect(inputsOf("site-certificate")).toEqual({
      region: "us-east-1",
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com", "www.example.org"],
      validationMethod: "DNS",
    });
    expect(inputsOf("site-distribution").viewerCertificate).toEqual({ cloudfrontDefaultCertificate: true });
    expect(inputsOf("site-distribution")).not.toHaveProperty("aliases");
    expect(resources.filter(({ type }) => /:(Record|CertificateValidation)$/.test(type))).toEqual([]);
  },
);

test("with the records the distribution waits for the certificate and answers for the names", async () => {
  const { site, inputsOf, resources } = await build({
    origin: s3Origin(),
    domain: { ...domain, externalDns: ExternalDns.RecordsCreated },
  });
  expect(inputsOf("site-certificate-validation")).toEqual({
    region: "us-east-1",
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/site-certificate",
  });
  expect(inputsOf("site-distribution")).toMatchObject({
    aliases: ["example.com", "*.example.com", "www.example.org"],
    viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2025", sslSupportMethod: "sni-only" },
  });
  expect(find(resources, "site-distribution").sources.viewerCertificate).toEqual(["site-certificate-validation"]);
  expect(resources.filter(({ type }) => type === "aws:route53/record:Record")).toEqual([]);
  expect(await known(site.url)).toBe("https://example.com");
  // ACM renews by them every year.
  expect(await known(site.validationRecords)).toEqual(PROOFS);
  expect(await known(site.aliasRecords)).toEqual(ALIASES);
});

test("the certificate is the same in both deployments, so the second does not replace it", async () => {
  const certificateIn = async (externalDns: ExternalDns) =>
    (await build({ origin: s3Origin(), domain: { ...domain, externalDns } })).inputsOf("site-certificate");
  expect(await certificateIn(ExternalDns.RecordsCreated)).toEqual(await certificateIn(ExternalDns.AwaitingRecords));
});

test("a preview does not know the records yet", async () => {
  const { outputs } = await recordStack(() => new EdgeFrontDoor("site", { origin: s3Origin(), domain }), {
    preview: true,
  });
  expect(await known(outputs.validationRecords)).toBeUndefined();
  expect(await known(outputs.aliasRecords)).toBeUndefined();
});

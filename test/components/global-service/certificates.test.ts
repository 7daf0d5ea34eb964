// One certificate a Region for the names by which CloudFront calls it, all proved by the same records.

import { frankfurt, hostedZoneId, type Served, serve, tags } from "./serve";

const names = ["shop-origin.example.com", "fallback-shop-origin.example.com"];
const regions = ["eu-central-1", "eu-west-1"];

let plain: Served;
let alone: Served;
beforeAll(async () => {
  plain = await serve({ tags });
  alone = await serve({ tags, regions: [frankfurt] });
});

test("every Region's load balancer has its own, for the name and its fallback", () => {
  expect(plain.ofType("aws:acm/certificate:Certificate")).toHaveLength(2);
  for (const region of regions) {
    expect(plain.inputsOf(`shop-global-certificate-${region}`)).toEqual({
      region,
      domainName: names[0],
      subjectAlternativeNames: [names[1]],
      validationMethod: "DNS",
      tags,
    });
    expect(plain.inputsOf(`shop-${region}-listener`).certificateArn).toBe(
      `arn:aws:acm:${region}:123456789012:certificate/shop-global-certificate-${region}`,
    );
  }
});

test("one record a name proves all of them, and each waits to be issued in its Region", () => {
  const proofs = plain.ofType("aws:route53/record:Record").filter(({ name }) => name.includes("-validation-"));
  expect(proofs.map(({ name, inputs }) => [name, inputs])).toEqual(
    [...names].sort().map((name) => [
      `shop-global-validation-${name}`,
      {
        zoneId: hostedZoneId,
        name: `_token.${name}.`,
        type: "CNAME",
        records: [`_proof.${name}.acm-validations.aws.`],
        ttl: 300,
        allowOverwrite: true,
      },
    ]),
  );
  for (const region of regions) {
    expect(plain.inputsOf(`shop-global-certificate-validation-${region}`)).toEqual({
      region,
      certificateArn: `arn:aws:acm:${region}:123456789012:certificate/shop-global-certificate-${region}`,
      validationRecordFqdns: names.map((name) => `_token.${name}.`),
    });
  }
});

test("with one Region it is the same: a certificate cannot be given another name later", () => {
  const certificate = "shop-global-certificate-eu-central-1";
  expect(alone.inputsOf(certificate)).toEqual(plain.inputsOf(certificate));
  expect(alone.ofType("aws:acm/certificate:Certificate")).toHaveLength(1);
  expect(alone.ofType("aws:acm/certificateValidation:CertificateValidation")).toHaveLength(1);
});

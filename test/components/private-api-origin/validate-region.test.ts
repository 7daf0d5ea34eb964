// The Region that arguments are judged by: the stack's, unless a provider may have another.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ComponentInputError, existingApi, PrivateApiOrigin, type PrivateApiOriginArgs } from "../../../components";
import { checkPrivateApiOrigin } from "../../../components/private-api-origin/validate";
import { recordStack, tree } from "../record-stack";
import { argsWith, certificateArn, handmadeApi, originName, REGION } from "./variants";

const OTHER = "eu-west-1";
const there = (arn: string) => arn.replace(REGION, OTHER);

/** All that names a Region names another one than the stack's. */
const elsewhere = (): PrivateApiOriginArgs =>
  argsWith({
    certificate: { domainName: originName, existingCertificateArn: there(certificateArn) },
    api: existingApi({
      restApi: { ...handmadeApi, region: OTHER, executionArn: there(handmadeApi.executionArn) },
      stageName: "live",
    }),
  });

test("what is elsewhere is told with the Region of the stack, and taken while that is not known", () => {
  expect(checkPrivateApiOrigin("orders", elsewhere(), REGION)).toEqual([
    {
      path: "api.restApi.region",
      must: `be ${REGION}: an endpoint leads to the private APIs of its own Region`,
      got: OTHER,
    },
    {
      path: "certificate.existingCertificateArn",
      must: `be a certificate in ${REGION}: the load balancer uses no other Region's`,
      got: there(certificateArn),
    },
  ]);
  expect(checkPrivateApiOrigin("orders", elsewhere(), OTHER)).toEqual([]);
  expect(checkPrivateApiOrigin("orders", elsewhere())).toEqual([]);
});

test.each(["cn-north-1", "us-gov-west-1"])("refuses %s, where CloudFront has no VPC origins", (region) => {
  expect(checkPrivateApiOrigin("orders", argsWith(), region).map(({ path }) => path)).toEqual(["aws:region"]);
});

test("in the Region of the stack it is refused before anything is made", async () => {
  let error: unknown;
  const program = () => {
    try {
      new PrivateApiOrigin("orders", elsewhere());
    } catch (thrown) {
      error = thrown;
    }
  };
  const { resources } = await recordStack(program, { config: { "aws:region": REGION } });
  expect(error).toBeInstanceOf(ComponentInputError);
  expect(resources).toEqual([]);
});

test.each<[string, (own: aws.Provider) => pulumi.ComponentResourceOptions]>([
  ["a provider", (provider) => ({ provider })],
  ["one of several providers", (own) => ({ providers: { aws: own } })],
  [
    "the provider of a parent",
    (own) => ({ parent: new pulumi.ComponentResource("test:index:Parent", "parent", {}, { providers: [own] }) }),
  ],
])("%s has its own Region, by which all of it is made", async (_title, optionsOf) => {
  const program = () =>
    new PrivateApiOrigin("orders", elsewhere(), optionsOf(new aws.Provider("own", { region: OTHER })));
  const { resources } = await recordStack(program, {
    config: { "aws:region": REGION },
    answers: { "aws:index/getRegion:getRegion": { region: OTHER } },
  });
  const made = tree(resources);
  expect(made).toContain("aws:lb/listener:Listener | orders-listener | orders");
  expect(made).toContain("aws:cloudfront/vpcOrigin:VpcOrigin | orders-vpc-origin | orders");
});

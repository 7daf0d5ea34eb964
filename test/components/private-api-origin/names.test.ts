// With the longest name that a component and an API may have, every name that Pulumi makes of a child's fits into what AWS takes.

import { existingApi, openApi, PrivateApiOrigin, type PrivateApiOriginArgs } from "../../../components";
import { checkPrivateApiOrigin } from "../../../components/private-api-origin/validate";
import { type RecordedResource, recordStack } from "../record-stack";
import { argsWith, document, frontDoor, handmadeApi, orders, REGION, VARIANTS } from "./variants";

const LONGEST = "a".repeat(16);
const LONGEST_API = "b".repeat(12);
/** A hyphen and seven hexadecimal digits. */
const RANDOM_SUFFIX_CHARACTERS = 8;

/** Most characters of a name that Pulumi makes up. */
const MOST_CHARACTERS: Readonly<Record<string, number>> = {
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": 60,
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": 60,
  "aws:cloudwatch/logGroup:LogGroup": 512,
  "aws:ec2/securityGroup:SecurityGroup": 255,
  "aws:iam/role:Role": 64,
  "aws:ram/resourceShare:ResourceShare": 128,
  "aws:s3/bucket:Bucket": 63,
  "aws:wafv2/webAcl:WebAcl": 128,
};

const several = (): PrivateApiOriginArgs => {
  const { network, certificate, secretHeader } = argsWith();
  const apis = {
    [LONGEST_API]: { api: orders(), pathPrefix: "/orders" },
    document: { api: openApi({ document }), pathPrefix: "/document" },
    existing: { api: existingApi({ restApi: handmadeApi, stageName: "live" }), pathPrefix: "/existing" },
  };
  const edge = { domain: frontDoor.domain };
  return {
    network,
    certificate,
    secretHeader,
    apis,
    frontDoor: edge,
    manageAccountLogging: true,
    shareWith: ["210987654321"],
  };
};

async function made(args: PrivateApiOriginArgs): Promise<readonly RecordedResource[]> {
  const { resources } = await recordStack(() => new PrivateApiOrigin(LONGEST, args));
  return resources.filter(({ custom }) => custom);
}

test("names are as long as they may be", () => {
  expect(checkPrivateApiOrigin(LONGEST, several(), REGION)).toEqual([]);
  const [problem] = checkPrivateApiOrigin(`${LONGEST}a`, several(), REGION);
  expect(problem?.path).toBe("name");
});

test("every name that is made up fits, with its random suffix", async () => {
  const resources = await made(several());
  const named = resources.filter(({ type, inputs }) => MOST_CHARACTERS[type] !== undefined && !inputs.namePrefix);
  expect(new Set(named.map(({ type }) => type))).toEqual(new Set(Object.keys(MOST_CHARACTERS)));
  for (const { type, name } of named) {
    const length = name.length + RANDOM_SUFFIX_CHARACTERS;
    expect([name, length <= (MOST_CHARACTERS[type] ?? 0)]).toEqual([name, true]);
  }
});

test.each(["orders", "a", LONGEST, "ab-cd-ef", "abcd-efgh", "a-b-c-d"])(
  "load balancer and target group of %s have a prefix of at most six characters",
  async (name) => {
    const { resources } = await recordStack(() => new PrivateApiOrigin(name, argsWith()));
    const prefixed = resources.filter(({ inputs }) => inputs.namePrefix !== undefined);
    expect(prefixed.map(({ type }) => type).sort()).toEqual([
      "aws:lb/loadBalancer:LoadBalancer",
      "aws:lb/targetGroup:TargetGroup",
    ]);
    for (const { inputs } of prefixed) {
      expect(inputs.namePrefix).toMatch(/^(?=.{2,6}$)[a-z0-9]+(-[a-z0-9]+)*-$/);
    }
  },
);

test.each(Object.entries(VARIANTS))(
  "%s: no name is fixed but that of the VPC origin, which changes with it",
  async (_title, make) => {
    const resources = await made(make());
    const fixed = resources.filter(
      ({ type, inputs }) => (inputs.name ?? inputs.bucketName) !== undefined && !/route53/.test(type),
    );
    expect(fixed.filter(({ parent }) => parent === LONGEST)).toEqual([]);
    const [vpcOrigin] = resources.filter(({ type }) => type.endsWith(":VpcOrigin"));
    expect(vpcOrigin?.inputs.vpcOriginEndpointConfig).toMatchObject({
      name: expect.stringMatching(new RegExp(`^${LONGEST}-[0-9a-f]{8}$`)),
    });
  },
);

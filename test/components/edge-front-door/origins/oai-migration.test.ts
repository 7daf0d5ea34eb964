// The way from an origin access identity to origin access control, phase by phase: what there is, and what each step changes.

import {
  BucketAccess,
  EncryptionMode,
  OriginAccessPhase,
  type S3OriginOptions,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { distributionArn } from "../../aws-outputs";
import { follows, known } from "../../record-stack";
import { existingBucket, keyArn } from "../variants";
import { problemsOf, serve } from "./serve";

const { Oai, AllowBoth, SwitchOrigin, Oac } = OriginAccessPhase;
const PHASES = [Oai, AllowBoth, SwitchOrigin, Oac];

const identity = {
  cloudfrontAccessIdentityPath: "origin-access-identity/cloudfront/E1",
  iamArn: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
};

/** The front doors that migrate: what they say beside the phase, and what they then call things. */
const MIGRATIONS = [
  {
    title: "a new bucket and a new identity",
    options: {},
    bucketArn: "arn:aws:s3:::site-bucket-0123456",
    host: "site-bucket-0123456.s3.eu-central-1.amazonaws.com",
    path: "origin-access-identity/cloudfront/ESITEOAI",
    principal: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ESITEOAI",
    makesIdentity: true,
  },
  {
    title: "an existing bucket and a new identity",
    options: { existingBucket },
    bucketArn: "arn:aws:s3:::handmade",
    host: "handmade.s3.eu-west-1.amazonaws.com",
    path: "origin-access-identity/cloudfront/ESITEOAI",
    principal: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ESITEOAI",
    makesIdentity: true,
  },
  {
    title: "an existing bucket and an existing identity",
    options: { existingBucket, originAccessIdentity: identity },
    bucketArn: "arn:aws:s3:::handmade",
    host: "handmade.s3.eu-west-1.amazonaws.com",
    path: identity.cloudfrontAccessIdentityPath,
    principal: identity.iamArn,
    makesIdentity: false,
  },
];

/** The last phase has no identity. */
function inPhase(phase: OriginAccessPhase, options: S3OriginOptions): S3OriginOptions {
  const { originAccessIdentity, ...others } = options;
  return { ...(phase === Oac ? others : { ...others, originAccessIdentity }), originAccessPhase: phase };
}

describe.each(MIGRATIONS)("$title", ({ options, bucketArn, host, path, principal, makesIdentity }) => {
  const signed = {
    Sid: "AllowCloudFrontRead",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn("site-distribution") } },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
  };
  const legacy = {
    Sid: "AllowOriginAccessIdentityRead",
    Effect: "Allow",
    Principal: { AWS: principal },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
  };
  const asIdentity = { s3OriginConfig: { originAccessIdentity: path } };
  const asSigned = { originAccessControlId: "site-oac-id" };

  test.each([
    [Oai, asIdentity, [legacy], ["oai"]],
    [AllowBoth, asIdentity, [signed, legacy], ["oac", "oai"]],
    [SwitchOrigin, asSigned, [signed, legacy], ["oac", "oai"]],
    [Oac, asSigned, [signed], ["oac"]],
  ] as const)("%s: who reads, how, and what is there for it", async (phase, access, statements, made) => {
    const { origins, policyOf, inputsOf, children, resources, site } = await serve(() =>
      s3Origin(inPhase(phase, options)),
    );
    expect(origins).toEqual([{ originId: "default", domainName: host, ...access }]);
    const tls = expect.objectContaining({ Sid: "DenyInsecureTransport", Effect: "Deny" });
    expect(policyOf("site-bucket-policy")).toEqual({ Version: "2012-10-17", Statement: [...statements, tls] });
    expect(children.filter((role) => /^oa/.test(role))).toEqual(made.filter((role) => role !== "oai" || makesIdentity));
    if (made.some((role) => role === "oac")) {
      expect(inputsOf("site-oac")).toMatchObject({ originAccessControlOriginType: "s3", signingBehavior: "always" });
    }
    if (children.includes("oai")) {
      expect(inputsOf("site-oai")).toEqual({ comment: "site, until it signs requests" });
      expect(follows(resources, "site-bucket-policy", "site-oai")).toBe(true);
    }
    expect(await known(site.requiredGrants)).toEqual([]);
  });
});

/** Inputs by name, without those of the front door itself. */
async function record(
  phase: OriginAccessPhase,
  options: S3OriginOptions,
): Promise<Record<string, Record<string, unknown>>> {
  const { resources } = await serve(() => s3Origin(inPhase(phase, options)));
  return Object.fromEntries(resources.filter(({ custom }) => custom).map(({ name, inputs }) => [name, inputs]));
}

/** `+ name`, `- name` and `~ name.input`. */
function changes(
  before: Record<string, Record<string, unknown>>,
  after: Record<string, Record<string, unknown>>,
): string[] {
  const text = (value: unknown): string => JSON.stringify(value);
  const updated = Object.keys(before)
    .filter((name) => after[name])
    .flatMap((name) => {
      const [from, to] = [before[name] ?? {}, after[name] ?? {}];
      const inputs = new Set([...Object.keys(from), ...Object.keys(to)]);
      return [...inputs].filter((input) => text(from[input]) !== text(to[input])).map((input) => `~ ${name}.${input}`);
    });
  return [
    ...Object.keys(before)
      .filter((name) => !after[name])
      .map((name) => `- ${name}`),
    ...Object.keys(after)
      .filter((name) => !before[name])
      .map((name) => `+ ${name}`),
    ...updated,
  ].sort();
}

describe("a step", () => {
  test.each([
    [Oai, AllowBoth, ["+ site-oac", "~ site-bucket-policy.policy"]],
    [AllowBoth, SwitchOrigin, ["~ site-distribution.origins"]],
    [SwitchOrigin, Oac, ["- site-oai", "~ site-bucket-policy.policy"]],
  ])("from %s to %s changes nothing else", async (from, to, expected) => {
    for (const options of [{}, { existingBucket }]) {
      expect(changes(await record(from, options), await record(to, options))).toEqual(expected);
    }
  });

  test("back is the same step", async () => {
    expect(changes(await record(SwitchOrigin, {}), await record(AllowBoth, {}))).toEqual([
      "~ site-distribution.origins",
    ]);
  });

  test("with an identity of the caller's takes nothing away from him", async () => {
    const options = { existingBucket, originAccessIdentity: identity };
    expect(changes(await record(SwitchOrigin, options), await record(Oac, options))).toEqual([
      "~ site-bucket-policy.policy",
    ]);
  });

  test("over all three at once changes the distribution and the policy together, which is why there are phases", async () => {
    expect(changes(await record(Oai, {}), await record(Oac, {}))).toEqual([
      "+ site-oac",
      "- site-oai",
      "~ site-bucket-policy.policy",
      "~ site-distribution.origins",
    ]);
  });
});

describe("what somebody else has to allow", () => {
  const encrypted = { existingBucket: { ...existingBucket, encryptionKeyArn: keyArn } };
  const sids = async (phase: OriginAccessPhase, options: S3OriginOptions): Promise<unknown> => {
    const { site } = await serve(() => s3Origin(inPhase(phase, options)));
    const grants = (await known(site.requiredGrants)) ?? [];
    return grants.map(({ resourceArn, statements }) => [resourceArn, ...statements.map(({ Sid }) => Sid)]);
  };

  test.each([
    [Oai, ["AllowOriginAccessIdentityRead"]],
    [AllowBoth, ["AllowCloudFrontRead", "AllowOriginAccessIdentityRead"]],
    [SwitchOrigin, ["AllowCloudFrontRead", "AllowOriginAccessIdentityRead"]],
    [Oac, ["AllowCloudFrontRead"]],
  ])("%s: in the bucket's policy", async (phase, expected) => {
    const options = { existingBucket, manageBucketPolicy: false };
    expect(await sids(phase, options)).toEqual([[existingBucket.arn, ...expected, "DenyInsecureTransport"]]);
  });

  // From the phase on in which edge locations may come to sign their requests in the next.
  test.each([
    [Oai, []],
    [AllowBoth, [[keyArn, "AllowCloudFrontDecrypt"]]],
    [SwitchOrigin, [[keyArn, "AllowCloudFrontDecrypt"]]],
    [Oac, [[keyArn, "AllowCloudFrontDecrypt"]]],
  ])("%s: in the policy of the bucket's key", async (phase, expected) => {
    expect(await sids(phase, encrypted)).toEqual(expected);
  });
});

describe("is refused", () => {
  test("with an identity that nothing reads through any more", () => {
    const must = "origin.originAccessIdentity and origin.originAccessPhase: not contradict each other";
    for (const originAccessPhase of [Oac, undefined]) {
      const [problem, ...others] = problemsOf(s3Origin({ originAccessIdentity: identity, originAccessPhase }));
      expect(problem).toContain(must);
      expect(others).toEqual([]);
    }
  });

  test.each([Oai, AllowBoth])("with access that the identity of phase %s would not have", (originAccessPhase) => {
    expect(problemsOf(s3Origin({ originAccessPhase, access: [BucketAccess.List] }))).toEqual([
      "origin.access and origin.originAccessPhase: not contradict each other: through an identity the front door only reads",
    ]);
  });

  test("with half an identity", () => {
    const options: object = { originAccessPhase: Oai, originAccessIdentity: { iamArn: identity.iamArn } };
    expect(problemsOf(s3Origin(options))).toEqual([
      "origin.originAccessIdentity.cloudfrontAccessIdentityPath: be given",
    ]);
  });

  test("with the id alone for its path", () => {
    const originAccessIdentity = { ...identity, cloudfrontAccessIdentityPath: "E1" };
    expect(problemsOf(s3Origin({ originAccessPhase: Oai, originAccessIdentity }))).toEqual([
      'origin.originAccessIdentity.cloudfrontAccessIdentityPath: begin with "origin-access-identity/cloudfront/"',
    ]);
  });

  test.each([Oai, AllowBoth])("in phase %s with a key, whose objects no identity reads", (originAccessPhase) => {
    const args = { origin: s3Origin({ originAccessPhase }), encryption: EncryptionMode.SseKms };
    expect(checkEdgeFrontDoor("site", args).map(({ path }) => path)).toEqual(["origin and encryption"]);
  });

  test.each([SwitchOrigin, Oac])("but not in phase %s", (originAccessPhase) => {
    const args = { origin: s3Origin({ originAccessPhase }), encryption: EncryptionMode.SseKms };
    expect(checkEdgeFrontDoor("site", args)).toEqual([]);
  });
});

test("phases are four, in this order", () => {
  expect(Object.values(OriginAccessPhase)).toEqual(PHASES);
});

// What several tiers use is made once, and lets in exactly those that use it.

import {
  BucketAccess,
  cloudFrontFunction,
  EncryptionMode,
  FirewallMode,
  keyGroup,
  keyValueStore,
  s3Origin,
  type TierArgs,
  WebsiteRouting,
} from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { known } from "../../record-stack";
import { existingBucket, keyArn, webAclArn } from "../variants";
import { buildTenanted } from "./build";

const PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
const arnOf = (tier: string) => distributionArn(`stores-${tier}-distribution`);

describe("a bucket that two of three tiers serve", () => {
  let front: Awaited<ReturnType<typeof buildTenanted>>;

  beforeAll(async () => {
    const origin = s3Origin({ access: [BucketAccess.Write] });
    front = await buildTenanted({
      tiers: { free: { origin }, paid: { origin }, other: { origin: s3Origin() } },
      encryption: EncryptionMode.SseKms,
    });
  });

  test("is there once, with one access control", () => {
    expect(front.namesOf("aws:s3/bucket:Bucket")).toEqual([
      "stores-free-bucket",
      "stores-log-bucket",
      "stores-other-bucket",
    ]);
    expect(front.namesOf("aws:cloudfront/originAccessControl:OriginAccessControl")).toEqual([
      "stores-free-oac",
      "stores-other-oac",
    ]);
    for (const tier of ["free", "paid"]) {
      expect(front.inputsOf(`stores-${tier}-distribution`).origins).toMatchObject([
        { id: "default-free", originAccessControlId: "stores-free-oac-id" },
      ]);
    }
  });

  test("lets in the two and not the third, which has a bucket of its own", () => {
    const callers = (policy: string) => front.policyOf(policy).Statement[0].Condition;
    expect(callers("stores-free-bucket-policy")).toEqual({
      StringEquals: { "AWS:SourceArn": [arnOf("free"), arnOf("paid")] },
    });
    expect(callers("stores-other-bucket-policy")).toEqual({ StringEquals: { "AWS:SourceArn": arnOf("other") } });
  });

  test("is encrypted with one key, which all tiers may use and log delivery too", () => {
    expect(front.namesOf("aws:kms/key:Key")).toEqual(["stores-key"]);
    const statements: { Sid: string; Condition?: unknown }[] = front.policyOf("stores-key-policy").Statement;
    expect(statements.map(({ Sid }) => Sid)).toEqual([
      "AllowAccountAdministration",
      "AllowCloudFrontEncryptDecrypt",
      "AllowLogDeliveryEncryption",
    ]);
    expect(statements[1]?.Condition).toEqual({
      StringEquals: { "AWS:SourceArn": [arnOf("free"), arnOf("paid"), arnOf("other")] },
    });
  });
});

test("a bucket and a key made elsewhere get no policies, and their owners hear of every tier", async () => {
  const origin = s3Origin({ existingBucket, manageBucketPolicy: false });
  const { stores, namesOf } = await buildTenanted({
    tiers: { free: { origin }, paid: { origin } },
    encryptionKeyArn: keyArn,
  });
  expect(namesOf("aws:s3/bucketPolicy:BucketPolicy")).toEqual(["stores-log-bucket-policy"]);
  expect(namesOf("aws:kms/keyPolicy:KeyPolicy")).toEqual([]);
  const grants = await known(stores.requiredGrants);
  expect(grants?.map(({ resourceArn }) => resourceArn)).toEqual([existingBucket.arn, keyArn]);
  expect(JSON.stringify(grants?.[0])).toContain(JSON.stringify([arnOf("free"), arnOf("paid")]));
});

test("the function of a website's routing is made once for all tiers", async () => {
  const website = (): TierArgs => ({ origin: s3Origin(), websiteRouting: WebsiteRouting.SinglePageApp });
  const { inputsOf, namesOf } = await buildTenanted({ tiers: { free: website(), paid: website() } });
  expect(namesOf("aws:cloudfront/function:Function")).toEqual(["stores-function-single-page-app"]);
  for (const tier of ["free", "paid"]) {
    expect(inputsOf(`stores-${tier}-distribution`)).toMatchObject({
      defaultCacheBehavior: {
        functionAssociations: [{ functionArn: expect.stringContaining("stores-function-single-page-app") }],
      },
    });
  }
});

test("so are functions, stores and key groups that tiers share", async () => {
  const store = keyValueStore({ name: "flags", entries: { beta: "on" } });
  const guard = cloudFrontFunction({ name: "guard", code: "function handler() {}", keyValueStore: store });
  const signers = keyGroup({ name: "signers", publicKeys: { first: PEM } });
  const tier = (): TierArgs => ({
    origin: s3Origin(),
    behavior: { functions: { viewerRequest: guard }, trustedKeyGroups: [signers] },
  });
  const { inputsOf, namesOf } = await buildTenanted({ tiers: { free: tier(), paid: tier() } });
  expect(namesOf("aws:cloudfront/function:Function")).toEqual(["stores-function-guard"]);
  expect(namesOf("aws:cloudfront/keyValueStore:KeyValueStore")).toEqual(["stores-key-value-store-flags"]);
  expect(namesOf("aws:cloudfront/keyGroup:KeyGroup")).toEqual(["stores-key-group-signers"]);
  for (const name of ["free", "paid"]) {
    expect(inputsOf(`stores-${name}-distribution`)).toMatchObject({
      defaultCacheBehavior: { trustedKeyGroups: { enabled: true, items: ["stores-key-group-signers-id"] } },
    });
  }
});

test("tiers may stand behind one web ACL made elsewhere, and then none is made", async () => {
  const firewall = { mode: FirewallMode.Existing, existingWebAclArn: webAclArn };
  const { inputsOf, namesOf } = await buildTenanted({
    tiers: { free: { origin: s3Origin(), firewall }, paid: { origin: s3Origin(), firewall } },
  });
  expect(namesOf("aws:wafv2/webAcl:WebAcl")).toEqual([]);
  expect([inputsOf("stores-free-distribution"), inputsOf("stores-paid-distribution")]).toMatchObject([
    { webAclId: webAclArn },
    { webAclId: webAclArn },
  ]);
});

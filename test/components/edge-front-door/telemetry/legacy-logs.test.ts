import * as pulumi from "@pulumi/pulumi";
import { AccessLogDestination, EncryptionMode, HttpVersion, s3Origin } from "../../../../components";
import { validateEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { find, follows } from "../../record-stack";
import { build } from "../build";
import { tags } from "../variants";

let warnings: jest.SpyInstance;

beforeEach(() => {
  warnings = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
});

afterEach(() => {
  warnings.mockRestore();
});

const withLegacyLogs = () =>
  build({ origin: s3Origin(), logging: { legacyAccessLogs: true, retentionDays: 30 }, tags });

test("go to a bucket that takes ACLs and is closed to everybody else", async () => {
  const { inputsOf, policyOf, resources } = await withLegacyLogs();
  const bucket = "site-legacy-log-bucket-0123456";
  expect(inputsOf("site-legacy-log-bucket")).toEqual({ forceDestroy: false, tags });
  expect(find(resources, "site-legacy-log-bucket").protect).toBe(true);
  expect(inputsOf("site-legacy-log-bucket-ownership")).toEqual({
    bucket,
    rule: { objectOwnership: "BucketOwnerPreferred" },
  });
  expect(inputsOf("site-legacy-log-bucket-public-access")).toEqual({
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  expect(policyOf("site-legacy-log-bucket-policy").Statement).toEqual([
    expect.objectContaining({ Sid: "DenyInsecureTransport", Effect: "Deny" }),
  ]);
  expect(inputsOf("site-legacy-log-bucket-lifecycle")).toMatchObject({ rules: [{ expiration: { days: 30 } }] });
  // CloudFront adds its grant to the ACL itself; an ACL of ours would take it away again.
  expect(resources.filter(({ type }) => type === "aws:s3/bucketAcl:BucketAcl")).toEqual([]);
});

test("are written to that bucket under the front door's name, without cookies, once it is ready", async () => {
  const { inputsOf, resources } = await withLegacyLogs();
  expect(inputsOf("site-distribution").loggingConfig).toEqual({
    bucket: "site-legacy-log-bucket-0123456.s3.amazonaws.com",
    includeCookies: false,
    prefix: "site",
  });
  for (const part of ["policy", "ownership", "public-access"]) {
    expect(follows(resources, "site-distribution", `site-legacy-log-bucket-${part}`)).toBe(true);
  }
});

test("come beside the newer kind, or alone", async () => {
  const both = await withLegacyLogs();
  expect(both.inputsOf("site-log-source").logType).toBe("ACCESS_LOGS");
  const alone = await build({
    origin: s3Origin(),
    logging: { legacyAccessLogs: true, accessLogs: AccessLogDestination.None },
  });
  expect(alone.inputsOf("site-distribution")).toHaveProperty("loggingConfig");
  expect(alone.resources.filter(({ type }) => type.includes(":LogDelivery"))).toEqual([]);
});

test("are encrypted with keys of S3 even with a key of the front door's own, which their writer may not use", async () => {
  const { inputsOf } = await build({
    origin: s3Origin(),
    logging: { legacyAccessLogs: true },
    encryption: EncryptionMode.SseKms,
  });
  expect(inputsOf("site-legacy-log-bucket-encryption").rules).toEqual([
    { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
  ]);
  expect(inputsOf("site-log-bucket-encryption").rules).toMatchObject([
    { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } },
  ]);
});

test("of a staging distribution go to the same bucket", async () => {
  const { inputsOf } = await build({
    origin: s3Origin(),
    httpVersion: HttpVersion.Http2,
    logging: { legacyAccessLogs: true },
    continuousDeployment: { phase: "prepare", weightPercent: 5 },
  });
  expect(inputsOf("site-staging-distribution").loggingConfig).toEqual(inputsOf("site-distribution").loggingConfig);
});

test("are warned of once, with the front door they are of", async () => {
  const { site } = await withLegacyLogs();
  expect(warnings.mock.calls).toEqual([
    ["legacy access logs need a bucket with ACLs, which Security Hub S3.12 reports; the newer logs do not", site],
  ]);
});

test.each([undefined, false])("are not there and not warned of with %s", async (legacyAccessLogs) => {
  const { inputsOf, resources } = await build({ origin: s3Origin(), logging: { legacyAccessLogs } });
  expect(inputsOf("site-distribution")).not.toHaveProperty("loggingConfig");
  expect(resources.filter(({ name }) => name.startsWith("site-legacy"))).toEqual([]);
  expect(warnings).not.toHaveBeenCalled();
});

describe("in a Region to whose buckets CloudFront does not deliver them", () => {
  const wanted = { origin: s3Origin(), logging: { legacyAccessLogs: true } };

  test.each(["eu-central-2", "me-south-1", "ap-east-1"])("%s, are refused", (region) => {
    expect(() => validateEdgeFrontDoor("site", wanted, region)).toThrow(
      `logging.legacyAccessLogs and aws:region: must not be combined: CloudFront delivers no legacy logs to buckets in this Region; got "${region}"`,
    );
  });

  test("are fine in every other, and so are the newer ones there", () => {
    expect(validateEdgeFrontDoor("site", wanted, "eu-central-1")).toBe("us-east-1");
    expect(validateEdgeFrontDoor("site", wanted, undefined)).toBe("us-east-1");
    expect(validateEdgeFrontDoor("site", { origin: s3Origin() }, "eu-central-2")).toBe("us-east-1");
  });
});

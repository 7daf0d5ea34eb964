// What waits for what. `pulumi up` follows these edges and `pulumi destroy` follows them backwards.

import { EdgeFrontDoor, EncryptionMode, s3Origin } from "../../../components";
import { follows, type RecordedResource, recordStack } from "../record-stack";
import { hostedZoneId } from "./variants";

let resources: readonly RecordedResource[];

beforeAll(async () => {
  ({ resources } = await recordStack(
    () =>
      new EdgeFrontDoor("site", {
        origin: s3Origin(),
        domain: { name: "www.example.com", hostedZoneId },
        encryption: EncryptionMode.SseKms,
      }),
  ));
});

test.each([
  // Destroying starts with the policies and ends with the key: nothing is "in use" when its turn comes.
  ["site-bucket-policy", "site-distribution"],
  ["site-key-policy", "site-distribution"],
  ["site-distribution", "site-oac"],
  ["site-distribution", "site-bucket"],
  ["site-bucket-encryption", "site-key"],
  // S3 answers concurrent changes of one bucket with a conflict.
  ["site-bucket-policy", "site-bucket-public-access"],
  ["site-bucket-public-access", "site-bucket-ownership"],
  ["site-bucket-lifecycle", "site-bucket-versioning"],
  // CloudFront refuses a certificate that is not issued yet.
  ["site-certificate-validation", "site-validation-www.example.com"],
  ["site-distribution", "site-certificate-validation"],
  ["site-distribution", "site-web-acl"],
  ["site-a-www.example.com", "site-distribution"],
  ["site-aaaa-www.example.com", "site-distribution"],
  // Log deliveries are made one after the other, and only where writing is allowed already.
  ["site-log-source", "site-distribution"],
  ["site-log-destination", "site-log-source"],
  ["site-log-delivery", "site-log-destination"],
  ["site-log-delivery", "site-log-bucket-policy"],
  ["site-log-delivery", "site-key-policy"],
  ["site-web-acl-logging", "site-web-acl"],
  ["site-web-acl-logging", "site-web-acl-log"],
])("%s follows %s", (later, earlier) => {
  expect(follows(resources, later, earlier)).toBe(true);
});

test("nothing but policies, records and logs waits for the distribution", () => {
  const waiting = resources.filter(({ dependencies }) => dependencies.includes("site-distribution"));
  expect(waiting.map(({ name }) => name).sort()).toEqual([
    "site-a-www.example.com",
    "site-aaaa-www.example.com",
    "site-bucket-policy",
    "site-key-policy",
    "site-log-source",
  ]);
});

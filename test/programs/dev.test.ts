import { find, type RecordedResource } from "../components/record-stack";
import { ofComponent, recordEnvironment } from "./environment";

let resources: readonly RecordedResource[];
let outputs: object;

beforeAll(async () => {
  ({ resources, outputs } = await recordEnvironment("dev"));
});

test("is one shop and nothing beside it", () => {
  expect(resources).toHaveLength(36);
  expect(ofComponent(resources, "storefront")).toHaveLength(36);
  expect(Object.keys(outputs)).toEqual(["storefront"]);
});

test("may be thrown away: nothing is protected, logs are kept for two weeks, there is no key", () => {
  expect(resources.filter(({ protect }) => protect)).toEqual([]);
  expect(find(resources, "storefront-web-acl-log").inputs.retentionInDays).toBe(14);
  expect(resources.filter(({ type }) => type.startsWith("aws:kms/"))).toEqual([]);
});

test("has a bucket for the app and one for its images, and no API", () => {
  expect(find(resources, "storefront-distribution").inputs).toMatchObject({
    aliases: ["shop.dev.example.com"],
    tags: { environment: "dev", system: "storefront" },
    defaultCacheBehavior: {
      targetOriginId: "default",
      functionAssociations: [{ eventType: "viewer-request", functionArn: expect.stringContaining("single-page-app") }],
    },
    orderedCacheBehaviors: [{ pathPattern: "/images/*", targetOriginId: "route-images" }],
  });
  const policy = JSON.parse(String(find(resources, "storefront-route-images-bucket-policy").inputs.policy));
  expect(JSON.stringify(policy)).toContain("s3:ListBucket");
});

test("keeps other sites from embedding its images, with the rule groups of the console's one click", () => {
  const rules: { name: string }[] = [find(resources, "storefront-web-acl").inputs.rules].flat().map(Object);
  expect(rules.map(({ name }) => name)).toEqual([
    "hotlink-protection",
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
  ]);
  expect(JSON.stringify(rules)).not.toContain("SizeRestrictions_BODY");
});

test("wakes nobody", () => {
  expect(resources.filter(({ type }) => /MetricAlarm|MonitoringSubscription/.test(type))).toEqual([]);
});

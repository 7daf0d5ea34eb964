// What a tenanted front door says of itself, and what it logs.

import { AccessLogDestination, httpOrigin, TenantedFrontDoor } from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { find, known, recordStack } from "../../record-stack";
import { certificateArn } from "../variants";
import { buildTenanted, tenantedVariant } from "./build";
import { TENANTED_VARIANTS } from "./variants";

const tiers = ["bronze", "silver", "gold"];

describe("three tiers under one domain", () => {
  let front: Awaited<ReturnType<typeof buildTenanted>>;

  beforeAll(async () => {
    front = await buildTenanted(tenantedVariant("three tiers under one domain"));
  });

  test("say where tenants, distributions and routing endpoints are, and ask for nothing by hand", async () => {
    const { stores } = front;
    expect(await known(stores.tenantUrls)).toEqual({
      acme: "https://acme.mystore.app",
      globex: "https://globex.mystore.app",
      initech: "https://initech.mystore.app",
    });
    expect(await known(stores.distributionIds)).toEqual({
      bronze: "stores-bronze-distribution-id",
      silver: "stores-silver-distribution-id",
      gold: "stores-gold-distribution-id",
    });
    expect(await known(stores.routingEndpoints)).toEqual({ default: "stores-connection-group-default.cloudfront.net" });
    expect(await known(stores.validationRecords)).toEqual([]);
    expect(await known(stores.dnsRecords)).toEqual([]);
    expect(await known(stores.requiredGrants)).toEqual([]);
    expect(await known(stores.accessLogArn)).toBe("arn:aws:s3:::stores-log-bucket-0123456");
  });

  test("log into one bucket, from one source each, and only those sources may write", () => {
    for (const tier of tiers) {
      expect(front.inputsOf(`stores-${tier}-log-source`)).toEqual({
        region: "us-east-1",
        logType: "ACCESS_LOGS",
        resourceArn: distributionArn(`stores-${tier}-distribution`),
        tags: { team: "web" },
      });
      expect(front.inputsOf(`stores-${tier}-log-delivery`)).toEqual({
        region: "us-east-1",
        deliverySourceName: `stores-${tier}-log-source-0123456`,
        deliveryDestinationArn:
          "arn:aws:logs:us-east-1:123456789012:delivery-destination:stores-log-destination-0123456",
        tags: { team: "web" },
      });
    }
    const [delivery] = front.policyOf("stores-log-bucket-policy").Statement;
    expect(delivery.Condition.ArnLike).toEqual({
      "aws:SourceArn": tiers.map(
        (tier) => `arn:aws:logs:us-east-1:123456789012:delivery-source:stores-${tier}-log-source-0123456`,
      ),
    });
  });

  test("have their deliveries made one after the other, which CloudWatch insists on", () => {
    const deliveries = tiers.map((tier) => `stores-${tier}-log-delivery`);
    const waitsFor = deliveries.map((name) =>
      find(front.resources, name).dependencies.filter((each) => deliveries.includes(each)),
    );
    expect(waitsFor).toEqual([[], ["stores-bronze-log-delivery"], ["stores-silver-log-delivery"]]);
  });
});

test("logs of all tiers may go into one log group", async () => {
  const { stores, inputsOf, namesOf } = await buildTenanted({
    tiers: {
      free: { origin: httpOrigin({ domainName: "a.example.com" }) },
      paid: { origin: httpOrigin({ domainName: "b.example.com" }) },
    },
    logging: { accessLogs: AccessLogDestination.LogGroup, retentionDays: 30 },
  });
  expect(namesOf("aws:s3/bucket:Bucket")).toEqual([]);
  expect(inputsOf("stores-log-group")).toEqual({ region: "us-east-1", retentionInDays: 30 });
  expect(inputsOf("stores-free-web-acl-log").retentionInDays).toBe(30);
  expect(await known(stores.accessLogArn)).toMatch(/:log-group:stores-log-group-/);
});

test("without access logs there is no bucket, no delivery and no ARN", async () => {
  const { stores, resources } = await buildTenanted(tenantedVariant("no firewall and no logs"));
  expect(resources.filter(({ name }) => /-log-/.test(name))).toEqual([]);
  expect(await known(stores.accessLogArn)).toBeUndefined();
});

test("a tenant is found by its first name that is no wildcard, and without one by none", async () => {
  const { stores } = await buildTenanted({
    tiers: { only: { origin: httpOrigin({ domainName: "stores.example.com" }) } },
    tenants: {
      acme: {
        tier: "only",
        domains: ["*.acme.example", "acme.example"],
        existingCertificateArn: certificateArn,
      },
      globex: { tier: "only", domains: ["*.globex.example"], existingCertificateArn: certificateArn },
    },
  });
  expect(await known(stores.tenantUrls)).toEqual({ acme: "https://acme.example" });
});

test.each(Object.entries(TENANTED_VARIANTS))(
  "the first preview knows the tenants' sites: %s",
  async (_title, variant) => {
    const build = () => new TenantedFrontDoor("stores", variant());
    const deployed = await known((await recordStack(build)).outputs.tenantUrls);
    expect(deployed).toBeDefined();
    expect(await known((await recordStack(build, { preview: true })).outputs.tenantUrls)).toEqual(deployed);
  },
);

// What waits for what. `pulumi up` follows these edges and `pulumi destroy` follows them backwards.

import { EncryptionMode, s3Origin, TenantedFrontDoor } from "../../../../components";
import { find, type RecordedResource, recordStack } from "../../record-stack";
import { domain, tenantZoneId } from "./variants";

let resources: readonly RecordedResource[];

beforeAll(async () => {
  ({ resources } = await recordStack(() => {
    const origin = s3Origin();
    return new TenantedFrontDoor("stores", {
      domain,
      tiers: { free: { origin }, paid: { origin } },
      tenants: {
        acme: { tier: "free", domains: ["acme.mystore.app"] },
        globex: { tier: "paid", domains: ["globex.example"], hostedZoneId: tenantZoneId },
      },
      encryption: EncryptionMode.SseKms,
    });
  }));
});

/** Whether `later` is created after, and destroyed before, `earlier`. */
function follows(later: string, earlier: string): boolean {
  const direct = find(resources, later).dependencies;
  return direct.includes(earlier) || direct.some((name) => follows(name, earlier));
}

test.each([
  // A distribution and a connection group can be deleted only when no tenant is left.
  ["stores-tenant-acme", "stores-free-distribution"],
  ["stores-tenant-acme", "stores-connection-group-default"],
  ["stores-tenant-globex", "stores-paid-distribution"],
  // A managed certificate is proved at the domain, which must lead here before.
  ["stores-tenant-globex", "stores-tenant-globex-a-globex.example"],
  ["stores-tenant-globex-a-globex.example", "stores-connection-group-default"],
  // CloudFront makes no tenant whose names no issued certificate covers.
  ["stores-tenant-acme", "stores-certificate-validation"],
  ["stores-paid-distribution", "stores-paid-web-acl"],
  ["stores-paid-distribution", "stores-free-oac"],
  ["stores-free-bucket-policy", "stores-free-distribution"],
  ["stores-free-bucket-policy", "stores-paid-distribution"],
  ["stores-key-policy", "stores-paid-distribution"],
  ["stores-log-destination", "stores-free-log-source"],
  ["stores-log-destination", "stores-paid-log-source"],
  ["stores-free-log-delivery", "stores-log-bucket-policy"],
  ["stores-free-log-delivery", "stores-key-policy"],
])("%s follows %s", (later, earlier) => {
  expect(follows(later, earlier)).toBe(true);
});

test.each([
  ["stores-paid-distribution", "stores-free-distribution"],
  ["stores-free-distribution", "stores-paid-distribution"],
  ["stores-tenant-acme", "stores-paid-distribution"],
  ["stores-tenant-acme", "stores-tenant-globex"],
  ["stores-free-distribution", "stores-connection-group-default"],
])("%s does not wait for %s", (one, other) => {
  expect(follows(one, other)).toBe(false);
});

test("nothing waits for a tenant", () => {
  const waiting = resources.filter(({ dependencies }) =>
    dependencies.some((name) => /^stores-tenant-[a-z]+$/.test(name)),
  );
  expect(waiting).toEqual([]);
});

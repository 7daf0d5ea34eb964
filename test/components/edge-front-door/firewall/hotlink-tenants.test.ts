// Hotlink protection of a tier: its tenants' pages show its files, other tiers' tenants' do not.

import { httpOrigin, TenantedFrontDoor, type TierArgs } from "../../../../components";
import { embeddedRequest } from "../../../models/web-acl/browser-referers";
import { evaluateWebAcl } from "../../../models/web-acl/evaluate-web-acl";
import { find, type RecordedResource, recordStack } from "../../record-stack";
import { hostedZoneId } from "../variants";

const tier = (): TierArgs => ({
  origin: httpOrigin({ domainName: "stores.example.net" }),
  firewall: { hotlinkProtection: { pathPrefixes: ["/images/"] } },
});

let resources: readonly RecordedResource[];

beforeAll(async () => {
  ({ resources } = await recordStack(
    () =>
      new TenantedFrontDoor("stores", {
        domain: { name: "mystore.app", alternativeNames: ["*.mystore.app"], hostedZoneId },
        tiers: { silver: tier(), gold: tier() },
        tenants: {
          alpha: { tier: "gold", domains: ["alpha.mystore.app"] },
          beta: { tier: "gold", domains: ["beta.example.com"], hostedZoneId },
        },
      }),
  ));
});

test.each([
  ["the front door's own domain", "https://mystore.app/", { silver: "allow", gold: "allow" }],
  ["a tenant below it", "https://alpha.mystore.app/", { silver: "allow", gold: "allow" }],
  ["a tenant with a domain of its own", "https://beta.example.com/shop", { silver: "block", gold: "allow" }],
  ["that domain with www.", "https://www.beta.example.com/", { silver: "block", gold: "allow" }],
  ["anybody else", "https://evil.test/", { silver: "block", gold: "block" }],
])("%s", (_title, page, expected) => {
  const request = embeddedRequest(page, "https://beta.example.com/images/logo.png");
  const actionOf = (name: string) => evaluateWebAcl(find(resources, name).inputs, request).action;
  expect({ silver: actionOf("stores-silver-web-acl"), gold: actionOf("stores-gold-web-acl") }).toEqual(expected);
});

test("a tenant whose name a wildcard covers costs no capacity of its own", () => {
  const [hotlink] = find(resources, "stores-gold-web-acl").inputs.rules as readonly object[];
  const text = JSON.stringify(hotlink);
  expect(text).toContain("https://beta.example.com/");
  expect(text).not.toContain("alpha");
});

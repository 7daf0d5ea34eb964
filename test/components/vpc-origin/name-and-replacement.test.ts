// CloudFront refuses to change a VPC origin that a distribution uses. So a change makes a second one, and names are unique: what makes
// both possible.

import * as pulumi from "@pulumi/pulumi";
import { SharedVpcOrigin, type VpcOriginEndpointArgs, VpcOriginIngress, VpcOriginProtocol } from "../../../components";
import { find, type RecordOptions, recordStack } from "../record-stack";
import { balanced, instance, networkLoadBalancer, onInstance } from "./endpoints";

async function made(endpoint: VpcOriginEndpointArgs, name = "orders", options: RecordOptions = {}) {
  const { resources } = await recordStack(() => new SharedVpcOrigin(name, { endpoint }), options);
  return { resources, vpcOrigin: find(resources, `${name}-vpc-origin`) };
}

async function nameOf(endpoint: VpcOriginEndpointArgs, name?: string, options?: RecordOptions): Promise<string> {
  const { vpcOrigin } = await made(endpoint, name, options);
  const config: { name?: unknown } = Object(vpcOrigin.inputs.vpcOriginEndpointConfig);
  return String(config.name);
}

test("the name is the component's and a hash, of characters that CloudFront takes", async () => {
  expect(await nameOf(balanced)).toMatch(/^orders-[0-9a-f]{8}$/);
  expect(await nameOf(balanced, "Shop_2-orders")).toMatch(/^Shop_2-orders-[0-9a-f]{8}$/);
});

test("the name stays as long as the endpoint does", async () => {
  const first = await nameOf(balanced);
  expect(await nameOf(balanced)).toBe(first);
  const listened = { ...balanced, listener: { protocol: "HTTPS" }, availabilityZoneIds: ["euc1-az1"] };
  expect(await nameOf({ ...listened, ingress: VpcOriginIngress.Caller, securityGroupId: "sg-2" })).toBe(first);
  // What CloudFront would use anyway.
  expect(await nameOf({ ...balanced, httpPort: 80, httpsPort: 443, protocol: VpcOriginProtocol.HttpsOnly })).toBe(
    first,
  );
});

test("each change of what CloudFront is told changes the name", async () => {
  const endpoints: VpcOriginEndpointArgs[] = [
    balanced,
    { ...balanced, loadBalancer: networkLoadBalancer },
    onInstance,
    { ...onInstance, instance: { ...instance, arn: `${instance.arn}2` } },
    { ...balanced, httpPort: 8080 },
    { ...balanced, httpsPort: 8443 },
    { ...balanced, protocol: VpcOriginProtocol.HttpOnly },
  ];
  const names = [];
  for (const endpoint of endpoints) {
    names.push(await nameOf(endpoint));
  }
  expect(new Set(names).size).toBe(endpoints.length);
});

test("two stacks of one account may use one server under one name", async () => {
  expect(await nameOf(balanced, "orders", { stack: "one" })).not.toBe(
    await nameOf(balanced, "orders", { stack: "two" }),
  );
});

test("a change replaces the VPC origin, the new one first", async () => {
  const { vpcOrigin } = await made(balanced);
  expect(vpcOrigin.replaceOnChanges).toEqual(["vpcOriginEndpointConfig"]);
  expect(vpcOrigin.deleteBeforeReplace).toBe(false);
});

test("the time it takes is an input, which reaches the provider", async () => {
  const { vpcOrigin } = await made(balanced);
  expect(vpcOrigin.inputs.timeouts).toEqual({ create: "30m", update: "30m", delete: "30m" });
  expect(vpcOrigin.customTimeouts).toEqual({});
});

test("another port is opened before the distribution uses it, and the old one closed after", async () => {
  const { resources } = await made(balanced);
  const rule = find(resources, "orders-vpc-origin-ingress");
  expect(rule.replaceOnChanges).toEqual(["fromPort", "toPort"]);
  expect(rule.deleteBeforeReplace).toBe(false);
});

test("with CloudFront's addresses it is not: two such rules do not fit into one group", async () => {
  const { resources } = await made({ ...balanced, ingress: VpcOriginIngress.PrefixList });
  expect(find(resources, "orders-vpc-origin-ingress").replaceOnChanges).toEqual([]);
});

test("a first preview does not know the group that CloudFront makes, and does not fail", async () => {
  const preview = await recordStack(() => new SharedVpcOrigin("orders", { endpoint: balanced }), { preview: true });
  const { inputs, dependencies } = find(preview.resources, "orders-vpc-origin-ingress");
  expect(pulumi.containsUnknowns(inputs.referencedSecurityGroupId)).toBe(true);
  // The lookup is not even tried: it waits for the VPC origin.
  expect(preview.calls).toEqual([]);
  expect(dependencies).toContain("orders-vpc-origin");
});

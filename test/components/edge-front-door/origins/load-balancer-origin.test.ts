// A public load balancer that answers only to the front door.

import * as pulumi from "@pulumi/pulumi";
import { IpAddressType, type LoadBalancerOriginOptions, loadBalancerOrigin } from "../../../../components";
import { find, follows } from "../../record-stack";
import { tags } from "../variants";
import { pathsOf, problemsOf, serve } from "./serve";

const current = "0123456789abcdef";
const previous = "fedcba9876543210";
const listenerArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/0/1";
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0";

const options: LoadBalancerOriginOptions = {
  domainName: "origin.example.com",
  secretHeader: { value: pulumi.secret(current) },
  listenerArn,
  targetGroupArn,
  securityGroupId: "sg-1",
};

test("the listener forwards only what carries the header, and CloudFront's addresses get in", async () => {
  const { inputsOf, children, calls } = await serve(() => loadBalancerOrigin(options), { tags });
  expect(children).toEqual(["ingress", "listener-rule"]);
  expect(inputsOf("site-listener-rule")).toEqual({
    listenerArn,
    priority: 100,
    conditions: [{ httpHeader: { httpHeaderName: "x-origin-verify", values: [current] } }],
    actions: [{ type: "forward", targetGroupArn }],
    tags,
  });
  expect(inputsOf("site-ingress")).toEqual({
    securityGroupId: "sg-1",
    prefixListId: "pl-default-ipv4",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "CloudFront",
    tags,
  });
  expect(calls).toEqual([
    {
      token: "aws:ec2/getManagedPrefixList:getManagedPrefixList",
      inputs: { name: "com.amazonaws.global.cloudfront.origin-facing" },
    },
  ]);
});

test("the front door sends the header, after those of the options", async () => {
  const { origins } = await serve(() => loadBalancerOrigin({ ...options, customHeaders: { "x-env": "prod" } }));
  expect(origins).toEqual([
    {
      originId: "default",
      domainName: "origin.example.com",
      customHeaders: [
        { name: "x-env", value: "prod" },
        { name: "x-origin-verify", value: current },
      ],
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
        originReadTimeout: 30,
      },
    },
  ]);
});

test("the value is secret wherever it goes, even where the caller passed plain text", async () => {
  const plain = { ...options, secretHeader: { value: current, previousValue: previous } };
  const { resources } = await serve(() => loadBalancerOrigin(plain));
  expect(find(resources, "site-listener-rule").secrets).toEqual(["conditions"]);
  expect(find(resources, "site-distribution").secrets).toEqual(["origins"]);
});

test("while the value changes, both are accepted and the new one is sent", async () => {
  const secretHeader = { name: "x-shop", value: pulumi.secret(current), previousValue: pulumi.secret(previous) };
  const { inputsOf, origins } = await serve(() => loadBalancerOrigin({ ...options, secretHeader }));
  expect(inputsOf("site-listener-rule").conditions).toEqual([
    { httpHeader: { httpHeaderName: "x-shop", values: [current, previous] } },
  ]);
  expect(origins).toMatchObject([{ customHeaders: [{ name: "x-shop", value: current }] }]);
});

test("the listener's rule and the addresses are there before the distribution sends, and go after it", async () => {
  const { resources } = await serve(() =>
    loadBalancerOrigin({ ...options, ipAddressType: IpAddressType.DualStack, ipv6SecurityGroupId: "sg-6" }),
  );
  for (const earlier of ["site-listener-rule", "site-ingress", "site-ingress-ipv6"]) {
    expect([earlier, follows(resources, "site-distribution", earlier)]).toEqual([earlier, true]);
  }
});

test("IPv6 addresses get in through a second security group", async () => {
  const dualStack = { ...options, ipAddressType: IpAddressType.DualStack, ipv6SecurityGroupId: "sg-6" };
  const { inputsOf, children, origins } = await serve(() => loadBalancerOrigin(dualStack));
  expect(children).toEqual(["ingress", "ingress-ipv6", "listener-rule"]);
  expect(inputsOf("site-ingress")).toMatchObject({ securityGroupId: "sg-1", prefixListId: "pl-default-ipv4" });
  expect(inputsOf("site-ingress-ipv6")).toEqual({
    securityGroupId: "sg-6",
    prefixListId: "pl-default-ipv6",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "CloudFront",
  });
  expect(origins).toMatchObject([{ customOriginConfig: { ipAddressType: "dualstack" } }]);
});

test("everything of the load balancer is looked up and made in its Region, on its port and at the priority given", async () => {
  const elsewhere = { ...options, region: "eu-west-1", httpsPort: 8443, rulePriority: 7 };
  const { inputsOf, origins, calls } = await serve(() => loadBalancerOrigin(elsewhere));
  expect(inputsOf("site-listener-rule")).toMatchObject({ region: "eu-west-1", priority: 7 });
  expect(inputsOf("site-ingress")).toMatchObject({
    region: "eu-west-1",
    prefixListId: "pl-eu-west-1-ipv4",
    fromPort: 8443,
    toPort: 8443,
  });
  expect(origins).toMatchObject([{ customOriginConfig: { httpsPort: 8443 } }]);
  expect(calls.map(({ inputs }) => inputs.region)).toEqual(["eu-west-1"]);
});

describe("is refused", () => {
  const cases: [string, object, string[]][] = [
    ["a priority of 0", { rulePriority: 0 }, ["origin.rulePriority"]],
    ["a priority of 50001", { rulePriority: 50_001 }, ["origin.rulePriority"]],
    [
      "without what it protects",
      { listenerArn: undefined, targetGroupArn: undefined, securityGroupId: undefined },
      ["origin.listenerArn", "origin.targetGroupArn", "origin.securityGroupId"],
    ],
    ["without a secret", { secretHeader: undefined }, ["origin.secretHeader.value"]],
    ["with a bucket for a name", { domainName: "shop.s3.amazonaws.com" }, ["origin.domainName"]],
    [
      "with IPv6 and no group for it",
      { ipAddressType: IpAddressType.Ipv6 },
      ['origin.ipv6SecurityGroupId and origin.ipAddressType "ipv6" or "dualstack"'],
    ],
    [
      "with a group for IPv6 that nothing comes through",
      { ipv6SecurityGroupId: "sg-6" },
      ['origin.ipv6SecurityGroupId and origin.ipAddressType "ipv6" or "dualstack"'],
    ],
    [
      "with one group for both kinds of addresses, into which they do not fit",
      { ipAddressType: IpAddressType.Ipv6, ipv6SecurityGroupId: "sg-1" },
      ["origin.securityGroupId and origin.ipv6SecurityGroupId"],
    ],
    [
      "with the secret header among the other headers, in other capitals",
      { customHeaders: { "X-Origin-Verify": "x" } },
      ["origin.secretHeader and origin.customHeaders"],
    ],
    [
      "with 30 headers beside the secret one",
      { customHeaders: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x-${index}`, "v"])) },
      ["origin.secretHeader and origin.customHeaders"],
    ],
  ];
  test.each(cases)("%s", (_title, change, paths) => {
    expect(pathsOf(loadBalancerOrigin({ ...options, ...change }))).toEqual(paths);
  });

  test("once for a header that is bad by itself", () => {
    const secretHeader = { name: "x-edge-key", value: current };
    expect(problemsOf(loadBalancerOrigin({ ...options, secretHeader }))).toEqual([
      "origin.secretHeader.name: not name a header that CloudFront keeps to itself",
    ]);
  });
});

test("29 headers beside the secret one fit", () => {
  const customHeaders = Object.fromEntries(Array.from({ length: 29 }, (_, index) => [`x-${index}`, "v"]));
  expect(pathsOf(loadBalancerOrigin({ ...options, customHeaders }))).toEqual([]);
});

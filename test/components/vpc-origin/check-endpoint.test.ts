// What can be known to be wrong about an endpoint before anything is created.

import * as pulumi from "@pulumi/pulumi";
import type { VpcOriginEndpointArgs } from "../../../components";
import { checkEndpoint } from "../../../components/vpc-origin/check-endpoint";
import {
  balanced,
  instance,
  listener,
  loadBalancer,
  networkLoadBalancer,
  onInstance,
  onNetworkLoadBalancer,
} from "./endpoints";

function problemsOf(endpoint: object): string[] {
  return checkEndpoint("endpoint", endpoint as VpcOriginEndpointArgs).map(({ path, must }) => `${path}: ${must}`);
}

function pathsOf(endpoint: object): string[] {
  return checkEndpoint("endpoint", endpoint as VpcOriginEndpointArgs).map(({ path }) => path);
}

test.each([
  ["an internal Application Load Balancer", balanced],
  [
    "one that says so",
    { ...balanced, loadBalancer: { ...loadBalancer, internal: true, loadBalancerType: "application" } },
  ],
  [
    "a dual-stack Application Load Balancer",
    { ...balanced, loadBalancer: { ...loadBalancer, ipAddressType: "dualstack" } },
  ],
  ["an internal Network Load Balancer with a TCP listener", onNetworkLoadBalancer],
  [
    "a Network Load Balancer whose address type has only a stand-in offline",
    { ...onNetworkLoadBalancer, loadBalancer: { ...networkLoadBalancer, ipAddressType: "" } },
  ],
  ["an instance", onInstance],
  [
    "every option",
    {
      ...balanced,
      listener: { protocol: "HTTPS" },
      region: "eu-central-1",
      availabilityZoneIds: ["euc1-az1", "use1-az1"],
      ingress: "prefixList",
      protocol: "http-only",
      httpPort: 8080,
      httpsPort: 8443,
    },
  ],
])("takes %s", (_title, endpoint) => {
  expect(problemsOf(endpoint)).toEqual([]);
});

describe("refuses", () => {
  const lb = (change: object) => ({ ...balanced, loadBalancer: { ...loadBalancer, ...change } });
  const nlb = (change: object) => ({ ...onNetworkLoadBalancer, loadBalancer: { ...networkLoadBalancer, ...change } });
  const cases: [string, object, string[]][] = [
    ["no internet gateway", { ...balanced, internetGatewayId: undefined }, ["internetGatewayId: be given"]],
    [
      "a gateway that is a VPC",
      { ...balanced, internetGatewayId: "vpc-1" },
      ["internetGatewayId: be an id that starts with igw-"],
    ],
    ["no security group", { ...balanced, securityGroupId: undefined }, ["securityGroupId: be given"]],
    [
      "null for a security group",
      { ...balanced, securityGroupId: null },
      ["securityGroupId: be text or an output, not null"],
    ],
    ["null for a server", { ...balanced, loadBalancer: null }, ["loadBalancer: be an object, not null"]],
    ["a text for what it is", lb({ internal: "false" }), ["loadBalancer.internal: be true or false, not text"]],
    [
      "a group by its name",
      { ...balanced, securityGroupId: "web" },
      ["securityGroupId: be an id that starts with sg-"],
    ],
    [
      "a public load balancer",
      lb({ internal: false }),
      ["loadBalancer.internal: be true: an internet-facing load balancer can be called round CloudFront"],
    ],
    ["a Gateway Load Balancer", lb({ loadBalancerType: "gateway" }), ["loadBalancer: be no Gateway Load Balancer"]],
    [
      "a Gateway Load Balancer by its ARN",
      lb({ arn: loadBalancer.arn.toString().replace("/app/", "/gwy/") }),
      ["loadBalancer: be no Gateway Load Balancer"],
    ],
    [
      "a dual-stack Network Load Balancer",
      nlb({ ipAddressType: "dualstack-without-public-ipv4" }),
      ["loadBalancer.ipAddressType: be ipv4 for a Network Load Balancer"],
    ],
    [
      "a Network Load Balancer that its ARN alone tells, without a security group",
      nlb({ loadBalancerType: undefined, securityGroups: [] }),
      [
        "loadBalancer.securityGroups: not be empty: CloudFront reaches only Network Load Balancers that were created with a security group",
      ],
    ],
    [
      "a listener for TLS, in whatever case",
      { ...onNetworkLoadBalancer, listener: { protocol: "tls" } },
      ["listener.protocol: not be TLS: CloudFront's VPC origins take no TLS listeners of Network Load Balancers"],
    ],
    ["a listener without a protocol", { ...onNetworkLoadBalancer, listener: {} }, ["listener.protocol: be given"]],
    [
      "a zone without VPC origins",
      { ...balanced, availabilityZoneIds: ["use1-az1", "use1-az3", "cac1-az3"] },
      Array(2).fill(
        "availabilityZoneIds: not name a zone without VPC origins (use1-az3, usw1-az2, apne1-az3, cac1-az3)",
      ),
    ],
    [
      "zones that are no list",
      { ...balanced, availabilityZoneIds: "use1-az1" },
      ["availabilityZoneIds: be a list, not text"],
    ],
    [
      "the ARN of its target group",
      lb({ arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/orders/0" }),
      ["loadBalancer.arn: be the ARN of an Application or Network Load Balancer"],
    ],
    [
      "the ARN of a classic load balancer",
      lb({ arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/orders" }),
      ["loadBalancer.arn: be the ARN of an Application or Network Load Balancer"],
    ],
    [
      "an instance for a load balancer",
      lb({ arn: instance.arn }),
      ["loadBalancer.arn: be the ARN of an Application or Network Load Balancer"],
    ],
    [
      "a VPC for an instance",
      { ...onInstance, instance: { ...instance, arn: "arn:aws:ec2:eu-central-1:123456789012:vpc/vpc-1" } },
      ["instance.arn: be the ARN of an instance"],
    ],
    [
      "no ARN at all",
      { ...onInstance, instance: { ...instance, arn: "i-1" } },
      ["instance.arn: be the ARN of an instance"],
    ],
    [
      "a server without a VPC, which no instance of the provider names",
      { ...onInstance, instance: { arn: instance.arn, privateDns: instance.privateDns } },
      ["instance.vpcId: be given"],
    ],
    [
      "an empty load balancer",
      { ...balanced, loadBalancer: {} },
      ["loadBalancer.arn: be given", "loadBalancer.dnsName: be given", "loadBalancer.vpcId: be given"],
    ],
    [
      "a way in that is none",
      { ...balanced, ingress: "open" },
      ['ingress: be one of "serviceSecurityGroup", "prefixList", "caller"'],
    ],
    [
      "a protocol that is none",
      { ...balanced, protocol: "match-viewer" },
      ['protocol: be one of "https-only", "http-only"'],
    ],
    [
      "ports that CloudFront refuses",
      { ...balanced, httpPort: 81, httpsPort: 444 },
      [
        "httpsPort: be 80, 443 or a whole number from 1024 to 65535",
        "httpPort: be 80, 443 or a whole number from 1024 to 65535",
      ],
    ],
  ];
  test.each(cases)("%s", (_title, endpoint, problems) => {
    expect(problemsOf(endpoint)).toEqual(problems.map((problem) => `endpoint.${problem}`));
  });

  test.each([
    ["two servers", { ...balanced, instance }],
    ["no server", { ...balanced, loadBalancer: undefined }],
  ])("%s", (_title, endpoint) => {
    expect(problemsOf(endpoint)).toEqual([
      "endpoint.loadBalancer and endpoint.instance: be given one without the other",
    ]);
  });

  test("a listener of an instance", () => {
    expect(pathsOf({ ...onInstance, listener })).toEqual(["endpoint.listener and endpoint.loadBalancer"]);
  });

  test("everything at once", () => {
    const bad = {
      loadBalancer: { ...networkLoadBalancer, internal: false, ipAddressType: "dualstack", securityGroups: [] },
      listener: { protocol: "TLS" },
      securityGroupId: "web",
      availabilityZoneIds: ["usw1-az2"],
    };
    expect(pathsOf(bad)).toEqual([
      "endpoint.internetGatewayId",
      "endpoint.securityGroupId",
      "endpoint.loadBalancer.internal",
      "endpoint.loadBalancer.ipAddressType",
      "endpoint.loadBalancer.securityGroups",
      "endpoint.listener.protocol",
      "endpoint.availabilityZoneIds",
    ]);
  });

  test.each([null, "arn:aws:x", 7])("%j for an endpoint", (endpoint) => {
    const given: object = { endpoint };
    expect(pathsOf((given as { endpoint: object }).endpoint)).toEqual(["endpoint"]);
  });
});

test("does not judge what is not known yet", () => {
  const later = pulumi.output("x");
  const unknown = {
    loadBalancer: {
      arn: later,
      dnsName: later,
      vpcId: later,
      internal: pulumi.output(false),
      loadBalancerType: later,
      securityGroups: pulumi.output([]),
    },
    listener: { protocol: pulumi.output("TLS") },
    securityGroupId: later,
    internetGatewayId: later,
  };
  expect(problemsOf(unknown)).toEqual([]);
});

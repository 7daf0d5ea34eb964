// Servers in private subnets: what CloudFront is told, who opens the server, and what waits for what.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  SharedVpcOrigin,
  VpcOriginIngress,
  type VpcOriginOptions,
  VpcOriginProtocol,
  vpcOrigin,
} from "../../../../components";
import { find } from "../../record-stack";
import { balanced, instance, loadBalancer, onInstance, onNetworkLoadBalancer } from "../../vpc-origin/endpoints";
import { tags } from "../variants";
import { pathsOf, problemsOf, serve } from "./serve";

const domainName = "orders.example.com";
const HASHED = /^site-[0-9a-f]{8}$/;

const config = {
  arn: loadBalancer.arn,
  httpPort: 80,
  httpsPort: 443,
  originProtocolPolicy: "https-only",
  originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
  name: expect.stringMatching(HASHED),
};

const ingress = {
  securityGroupId: "sg-1",
  referencedSecurityGroupId: "sg-vpc-1-cloudfront",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "CloudFront VPC origins of this VPC",
  tags,
};

test("a load balancer gets a VPC origin, and its group is opened to those of its VPC alone", async () => {
  const { origins, children, inputsOf, calls } = await serve(() => vpcOrigin({ endpoint: balanced, domainName }), {
    tags,
  });
  expect(children).toEqual(["vpc-origin", "vpc-origin-ingress"]);
  expect(inputsOf("site-vpc-origin")).toEqual({
    vpcOriginEndpointConfig: config,
    timeouts: { create: "30m", update: "30m", delete: "30m" },
    tags,
  });
  expect(inputsOf("site-vpc-origin-ingress")).toEqual(ingress);
  expect(calls).toEqual([
    {
      token: "aws:ec2/getSecurityGroup:getSecurityGroup",
      inputs: {
        filters: [
          { name: "group-name", values: ["CloudFront-VPCOrigins-Service-SG"] },
          { name: "vpc-id", values: ["vpc-1"] },
        ],
      },
    },
  ]);
  expect(origins).toEqual([
    {
      originId: "default",
      domainName,
      vpcOriginConfig: { vpcOriginId: "site-vpc-origin-id", originReadTimeout: 30 },
    },
  ]);
});

test("a Network Load Balancer is reached in the same way", async () => {
  const { inputsOf, children } = await serve(() => vpcOrigin({ endpoint: onNetworkLoadBalancer, domainName }));
  expect(children).toEqual(["vpc-origin", "vpc-origin-ingress"]);
  expect(inputsOf("site-vpc-origin").vpcOriginEndpointConfig).toEqual({
    ...config,
    arn: onNetworkLoadBalancer.loadBalancer?.arn,
  });
});

test("an instance over HTTP is called by its own name, on the port of HTTP", async () => {
  const endpoint = { ...onInstance, protocol: VpcOriginProtocol.HttpOnly, httpPort: 8080 };
  const { origins, inputsOf } = await serve(() => vpcOrigin({ endpoint }));
  expect(inputsOf("site-vpc-origin").vpcOriginEndpointConfig).toEqual({
    ...config,
    arn: instance.arn,
    httpPort: 8080,
    originProtocolPolicy: "http-only",
  });
  expect(inputsOf("site-vpc-origin-ingress")).toMatchObject({ fromPort: 8080, toPort: 8080 });
  expect(origins).toMatchObject([{ domainName: instance.privateDns }]);
});

test("a load balancer over HTTP is called by its own name", async () => {
  const { origins } = await serve(() => vpcOrigin({ endpoint: { ...balanced, protocol: VpcOriginProtocol.HttpOnly } }));
  expect(origins).toMatchObject([{ domainName: loadBalancer.dnsName }]);
});

describe("ingress", () => {
  test("by prefix list opens the group to CloudFront's addresses", async () => {
    const endpoint = { ...balanced, ingress: VpcOriginIngress.PrefixList, httpsPort: 8443, region: "eu-west-1" };
    const { inputsOf, children, calls } = await serve(() => vpcOrigin({ endpoint, domainName }));
    expect(children).toEqual(["vpc-origin", "vpc-origin-ingress"]);
    expect(inputsOf("site-vpc-origin-ingress")).toEqual({
      region: "eu-west-1",
      securityGroupId: "sg-1",
      prefixListId: "pl-eu-west-1-ipv4",
      ipProtocol: "tcp",
      fromPort: 8443,
      toPort: 8443,
      description: "CloudFront",
    });
    expect(calls.map(({ token }) => token)).toEqual(["aws:ec2/getManagedPrefixList:getManagedPrefixList"]);
  });

  test("by the caller opens nothing and asks for nothing", async () => {
    const endpoint = { ...balanced, ingress: VpcOriginIngress.Caller };
    const { children, calls } = await serve(() => vpcOrigin({ endpoint, domainName }));
    expect(children).toEqual(["vpc-origin"]);
    expect(calls).toEqual([]);
  });

  test("in another Region is looked up and made there; the VPC origin itself has none", async () => {
    const endpoint = { ...balanced, region: "eu-west-1" };
    const { inputsOf, calls } = await serve(() => vpcOrigin({ endpoint, domainName }));
    expect(inputsOf("site-vpc-origin-ingress").region).toBe("eu-west-1");
    expect(inputsOf("site-vpc-origin")).not.toHaveProperty("region");
    expect(calls[0]?.inputs.region).toBe("eu-west-1");
  });
});

describe("existing", () => {
  test("one of another account is named with its owner, and nothing is made", async () => {
    const existing = { vpcOriginId: "vo_1", ownerAccountId: "999988887777" };
    const { origins, children } = await serve(() =>
      vpcOrigin({ existing, domainName, readTimeoutSeconds: 60, keepaliveTimeoutSeconds: 10 }),
    );
    expect(children).toEqual([]);
    expect(origins).toEqual([
      {
        originId: "default",
        domainName,
        vpcOriginConfig: {
          vpcOriginId: "vo_1",
          ownerAccountId: "999988887777",
          originReadTimeout: 60,
          originKeepaliveTimeout: 10,
        },
      },
    ]);
  });

  test("a SharedVpcOrigin of the same program fits as it is", async () => {
    const { origins, children, resources } = await serve(() =>
      vpcOrigin({ existing: new SharedVpcOrigin("orders", { endpoint: balanced }), domainName }),
    );
    expect(children).toEqual([]);
    expect(origins).toMatchObject([
      { vpcOriginConfig: { vpcOriginId: "orders-vpc-origin-id", ownerAccountId: "123456789012" } },
    ]);
    // Without the rule CloudFront would answer 504.
    expect(find(resources, "site-distribution").dependencies).toContain("orders-vpc-origin-ingress");
  });

  test("only one whose owner is written down counts as another account's", () => {
    const features = (options: VpcOriginOptions) => vpcOrigin(options).features.map(({ feature }) => feature);
    expect(features({ existing: { vpcOriginId: "vo_1", ownerAccountId: "999988887777" }, domainName })).toContain(
      "VPC origin of another account",
    );
    expect(features({ existing: { vpcOriginId: "vo_1", ownerAccountId: pulumi.output("1") }, domainName })).toEqual([
      "VPC origin",
    ]);
  });
});

test("an aws.lb.LoadBalancer, its listener and its gateway fit as they are", async () => {
  const { inputsOf } = await serve(() => {
    const lb = new aws.lb.LoadBalancer("orders", { internal: true, loadBalancerType: "application" });
    const listener = new aws.lb.Listener("https", { loadBalancerArn: lb.arn, protocol: "HTTPS", defaultActions: [] });
    const group = new aws.ec2.SecurityGroup("lb");
    const gateway = new aws.ec2.InternetGateway("gateway");
    return vpcOrigin({
      endpoint: { loadBalancer: lb, listener, securityGroupId: group.id, internetGatewayId: gateway.id },
      domainName,
    });
  });
  expect(inputsOf("site-vpc-origin")).toMatchObject({
    vpcOriginEndpointConfig: {
      arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/orders/0",
    },
  });
  expect(inputsOf("site-vpc-origin-ingress")).toMatchObject({ securityGroupId: "lb-id" });
});

describe("is refused", () => {
  const ONE = "origin.endpoint and origin.existing";
  const cases: [string, object, string[]][] = [
    ["with neither an endpoint nor an existing one", { domainName }, [ONE]],
    ["with both", { domainName, endpoint: balanced, existing: { vpcOriginId: "vo_1" } }, [ONE]],
    ["with null for both", { domainName, endpoint: null, existing: null }, ["origin.endpoint", "origin.existing"]],
    ["without the id of an existing one", { domainName, existing: {} }, ["origin.existing.vpcOriginId"]],
    [
      "with a foreign owner that is none",
      { domainName, existing: { vpcOriginId: "vo_1", ownerAccountId: "other" } },
      ["origin.existing.ownerAccountId"],
    ],
    ["over HTTPS without a name that a certificate can cover", { endpoint: balanced }, ["origin.domainName"]],
    [
      "over HTTPS by an instance's own name, which no certificate covers",
      { endpoint: onInstance },
      ["origin.domainName"],
    ],
    ["existing without a name", { existing: { vpcOriginId: "vo_1" } }, ["origin.domainName"]],
    ["with a URL for a name", { endpoint: balanced, domainName: "https://orders" }, ["origin.domainName"]],
    [
      "with a wrong endpoint",
      { endpoint: { ...balanced, securityGroupId: "web" }, domainName },
      ["origin.endpoint.securityGroupId"],
    ],
    [
      "with timeouts that are none",
      { endpoint: balanced, domainName, readTimeoutSeconds: 0, keepaliveTimeoutSeconds: 121 },
      ["origin.readTimeoutSeconds", "origin.keepaliveTimeoutSeconds"],
    ],
  ];
  test.each(cases)("%s", (_title, options, paths) => {
    expect(pathsOf(vpcOrigin(options))).toEqual(paths);
  });

  test("with the reason why a server's own name does not do", () => {
    expect(problemsOf(vpcOrigin({ endpoint: onInstance }))).toEqual([
      "origin.domainName: be given: CloudFront checks the certificate against it, and a server's own name has none",
    ]);
  });
});

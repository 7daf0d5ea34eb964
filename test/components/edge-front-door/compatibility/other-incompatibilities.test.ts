// Contradictions that are no rows of the table: those that only programs without a compiler can express (impossible-by-type.ts), and
// those that one argument alone shows.

import {
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  HttpVersion,
  httpOrigin,
  s3Origin,
  vpcOrigin,
} from "../../../../components";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { existingBucket } from "../variants";

/** As a JavaScript program would write it, where no compiler refuses. */
function untyped(args: object): Partial<EdgeFrontDoorArgs> {
  return args;
}

function pathsOf(args: Partial<EdgeFrontDoorArgs>): string[] {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), ...args }).map(({ path }) => path);
}

describe("what the types do not let through is refused at run time", () => {
  test.each([
    ["plain HTTP of viewers", { behavior: { viewerProtocolPolicy: "allow-all" } }, ["behavior.viewerProtocolPolicy"]],
    ["HTTP/3 alone", { httpVersion: "http3" }, ["httpVersion"]],
    [
      "passed on certificates",
      { viewerMtls: { mode: "passthrough", existingTrustStoreId: "ts_1" }, httpVersion: HttpVersion.Http2 },
      ["viewerMtls.mode"],
    ],
  ])("%s", (_title, args, paths) => {
    expect(pathsOf(untyped(args))).toEqual(paths);
  });

  test.each(["domain", "aliases", "ipv6", "anycastIpList", "priceClass", "viewerMtls", "continuousDeployment"])(
    "%s of a tier",
    (argument) => {
      const gold = { origin: s3Origin(), [argument]: {} };
      const problems = checkTenantedFrontDoor("stores", { tiers: { gold } });
      expect(problems.map(({ path }) => path)).toEqual([`tiers.gold.${argument}`]);
    },
  );
});

describe("what one argument alone shows is refused where it is given", () => {
  const alias = "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3";
  const loadBalancer = {
    arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/internal/0",
    dnsName: "internal-0.elb.eu-west-1.amazonaws.com",
    vpcId: "vpc-1",
    loadBalancerType: "network",
  };
  const endpoint = { loadBalancer, securityGroupId: "sg-1", internetGatewayId: "igw-1" };
  const domainName = "internal.example.com";

  const cases: [string, Partial<EdgeFrontDoorArgs>, string[]][] = [
    [
      "access control with a website endpoint",
      { origin: httpOrigin({ domainName: "shop.s3-website.eu-west-1.amazonaws.com" }) },
      ["origin.domainName"],
    ],
    [
      "access control with the key that AWS manages",
      { origin: s3Origin({ existingBucket: { ...existingBucket, encryptionKeyArn: alias } }) },
      ["origin.existingBucket.encryptionKeyArn"],
    ],
    [
      "a VPC origin with a TLS listener",
      { origin: vpcOrigin({ domainName, endpoint: { ...endpoint, listener: { protocol: "TLS" } } }) },
      ["origin.endpoint.listener.protocol"],
    ],
    [
      "a VPC origin with a Network Load Balancer without security groups",
      {
        origin: vpcOrigin({
          domainName,
          endpoint: { ...endpoint, loadBalancer: { ...loadBalancer, securityGroups: [] } },
        }),
      },
      ["origin.endpoint.loadBalancer.securityGroups"],
    ],
    [
      "a CloudFront Function on an origin event",
      {
        behavior: {
          functions: { originRequest: cloudFrontFunction({ name: "light", code: "function handler(event) {}" }) },
        },
      },
      ["behavior.functions.originRequest"],
    ],
  ];
  test.each(cases)("%s", (_title, args, paths) => {
    expect(pathsOf(args)).toEqual(paths);
  });
});

describe("what newer documentation allows is not refused", () => {
  test("viewer mTLS on CloudFront's own name", () => {
    expect(
      pathsOf({ viewerMtls: { existingTrustStoreId: "ts_1" }, httpVersion: HttpVersion.Http2, domain: undefined }),
    ).toEqual([]);
  });
});

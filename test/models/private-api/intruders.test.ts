// Requests that come another way than through the front door, and the gate that stops each.

import { ApiRouting, existingApi, VpcOriginIngress } from "../../../components";
import { allowThroughEndpoint, policyDocument } from "../../../components/aws/iam-documents";
import {
  argsWith,
  certificateArn,
  existingEndpoint,
  frontDoor,
  handmadeApi,
  hostedZoneId,
  network,
  originName,
} from "../../components/private-api-origin/variants";
import { apiHost, CLOUDFRONT_NAME, emittedFor, HANDMADE_ENDPOINT, SECRET } from "./emitted";
import { endpointsOf, enter } from "./endpoint";
import { fromInternet, fromViewer, fromVpcToEndpoint, fromVpcToLoadBalancer, throughOtherEndpoint } from "./push";
import type { Outcome } from "./request";
import { strangersDistribution } from "./stranger";

const path = "/live/orders";
const LOAD_BALANCER_GROUP = "orders-load-balancer-security-group-id";
/** An API of somebody else that lets everybody of the network in. */
const OPEN_API = {
  ...handmadeApi,
  stages: ["live"],
  policy: policyDocument([
    { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" },
  ]),
};

function gateOf(outcome: Outcome): string {
  return "refused" in outcome ? outcome.refused.gate : "none";
}

describe.each([VpcOriginIngress.ServiceSecurityGroup, VpcOriginIngress.PrefixList])("opened by %s", (ingress) => {
  let made: Awaited<ReturnType<typeof emittedFor>>;

  beforeAll(async () => {
    made = await emittedFor(argsWith({ ingress }), { apis: [OPEN_API] });
  });

  test("the front door gets through", () => {
    expect(gateOf(fromViewer(made.stack, made.front, { host: CLOUDFRONT_NAME, path: "/orders" }))).toBe("none");
  });

  test.each([apiHost("orders-api-id"), "internal-orders-load-balancer-0.eu-central-1.elb.amazonaws.com"])(
    "%s leads nowhere from the internet",
    (host) => {
      expect(gateOf(fromInternet(made.stack, { host, path, headers: SECRET }))).toBe("network");
    },
  );

  test("a distribution with the load balancer's name for an origin on the internet finds no way", () => {
    const { origins, ...rest } = strangersDistribution(SECRET);
    const onInternet = { ...rest, origins: origins.map(({ vpcOriginConfig, ...origin }) => origin) };
    expect(gateOf(fromViewer(made.stack, onInternet, { host: CLOUDFRONT_NAME, path }))).toBe("network");
  });

  test("a machine in the VPC is stopped by the load balancer's group, even with the secret", () => {
    const request = { host: originName, path, headers: SECRET };
    expect(gateOf(fromVpcToLoadBalancer(made.stack, ["sg-machine"], request))).toBe(
      "security group of the load balancer",
    );
  });

  test.each([
    ["with the API's name for a host", { host: apiHost("orders-api-id"), path }],
    ["with the API's id in a header", { host: "vpce-1.execute-api.eu-central-1.vpce.amazonaws.com", path }],
  ])("a machine in the VPC that calls the endpoint %s is stopped by the endpoint's group", (_title, request) => {
    const headers = { "x-apigw-api-id": "orders-api-id" };
    expect(fromVpcToEndpoint(made.stack, ["sg-machine"], { ...request, headers })).toEqual({
      refused: { gate: "security group of the endpoint", why: "it does not admit sg-machine" },
    });
  });

  test("what is put into the load balancer's own group counts as the load balancer", () => {
    const request = { host: apiHost("orders-api-id"), path };
    expect(gateOf(fromVpcToEndpoint(made.stack, [LOAD_BALANCER_GROUP], request))).toBe("none");
  });

  test("another endpoint, of this VPC or another, is refused by the API", () => {
    expect(throughOtherEndpoint(made.stack, "vpce-2", { host: apiHost("orders-api-id"), path })).toEqual({
      refused: { gate: "API policy", why: "explicit deny: DenyEverythingElse" },
    });
  });

  test("the endpoint leads to none but its own APIs, however open others are", () => {
    const [endpoint] = endpointsOf(made.stack);
    const request = { host: apiHost(OPEN_API.id), path };
    expect(endpoint && enter(made.stack, endpoint, request)).toEqual({
      refused: { gate: "endpoint policy", why: "no statement allows it" },
    });
    expect(gateOf(throughOtherEndpoint(made.stack, "vpce-2", request))).toBe("none");
  });
});

describe("a viewer who names another API", () => {
  const headers = { "X-Apigw-Api-Id": OPEN_API.id };
  const open = { apis: [OPEN_API] };

  test("in the header of the endpoint is refused where the load balancer or a domain names the API", async () => {
    const certificate = { domainName: "orders.example.com", hostedZoneId };
    for (const args of [
      argsWith({ frontDoor }),
      argsWith({ routing: ApiRouting.CustomDomain, certificate, frontDoor }),
    ]) {
      const { stack, front } = await emittedFor(args, open);
      const request = { host: "orders.example.com", path: "/orders", headers };
      expect(fromViewer(stack, front, request)).toEqual({
        refused: { gate: "listener, rule 1", why: "fixed response 403" },
      });
      expect(gateOf(fromViewer(stack, front, { ...request, headers: {} }))).toBe("none");
    }
  });

  test("in the header of the endpoint is not heard where CloudFront writes it", async () => {
    const { stack, front } = await emittedFor(argsWith({ routing: ApiRouting.ApiIdHeader }), open);
    expect(fromViewer(stack, front, { host: CLOUDFRONT_NAME, path: "/orders", headers })).toMatchObject({
      reached: { restApiId: "orders-api-id" },
    });
  });

  test("in the host is no viewer of this distribution", async () => {
    const { stack, front } = await emittedFor(argsWith({ frontDoor }), open);
    expect(gateOf(fromViewer(stack, front, { host: apiHost(OPEN_API.id), path }))).toBe("CloudFront");
  });
});

describe("with an endpoint made elsewhere", () => {
  const args = () =>
    argsWith({
      network: { ...network, existingEndpoint },
      api: existingApi({ restApi: handmadeApi, stageName: "live" }),
      certificate: { domainName: originName, existingCertificateArn: certificateArn },
    });
  const api = { ...handmadeApi, stages: ["live"], policy: policyDocument(allowThroughEndpoint(existingEndpoint.id)) };
  const request = { host: apiHost(handmadeApi.id), path };

  test("whom its security group lets in reaches the API past the front door: nothing else is in the way", async () => {
    const endpoint = { ...HANDMADE_ENDPOINT, alsoAdmits: ["sg-machine"] };
    const { stack } = await emittedFor(args(), { apis: [api], endpoints: [endpoint] });
    expect(gateOf(fromVpcToEndpoint(stack, ["sg-machine"], request))).toBe("none");
    expect(gateOf(fromVpcToEndpoint(stack, ["sg-other"], request))).toBe("security group of the endpoint");
  });

  test("another endpoint is refused by the API", async () => {
    const { stack } = await emittedFor(args(), { apis: [api], endpoints: [HANDMADE_ENDPOINT] });
    expect(gateOf(throughOtherEndpoint(stack, "vpce-2", request))).toBe("API policy");
  });
});

test("a domain of the API is found through its own endpoint only", async () => {
  const certificate = { domainName: "orders.example.com", hostedZoneId };
  const { stack } = await emittedFor(argsWith({ routing: ApiRouting.CustomDomain, certificate, frontDoor }));
  const request = { host: "orders.example.com", path: "/orders" };
  expect(gateOf(throughOtherEndpoint(stack, "vpce-2", request))).toBe("endpoint");
});

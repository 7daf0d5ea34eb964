// Requests for one API, by each way in which the endpoint learns which one is meant.

import { ApiRouting, existingApi, type PrivateApiOriginArgs } from "../../../components";
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
import { apiHost, CLOUDFRONT_NAME, emittedFor, HANDMADE_ENDPOINT } from "./emitted";
import { fromViewer } from "./push";

const ordersHost = "orders.example.com";
const domain = { domainName: ordersHost, hostedZoneId };

const ROUTINGS: [string, () => PrivateApiOriginArgs, string, string][] = [
  ["by transforms of the load balancer", () => argsWith(), CLOUDFRONT_NAME, apiHost("orders-api-id")],
  [
    "by the header that CloudFront adds",
    () => argsWith({ routing: ApiRouting.ApiIdHeader }),
    CLOUDFRONT_NAME,
    originName,
  ],
  [
    "by a domain of the API",
    () => argsWith({ routing: ApiRouting.CustomDomain, certificate: domain, frontDoor }),
    ordersHost,
    ordersHost,
  ],
];

describe.each(ROUTINGS)("%s", (_title, args, host, seenHost) => {
  let made: Awaited<ReturnType<typeof emittedFor>>;

  beforeAll(async () => {
    made = await emittedFor(args());
  });

  test.each([
    "/orders/7",
    "/",
    "/orders?from=2024&to=2025",
    "/search?q=a/b?c&path=%2Flive",
    // A load balancer that rewrites a path decodes it, so none does.
    "/files/a%2Fb%3Ac%20d",
    "/live/orders",
  ])("%s reaches the API as it is, in its stage", (path) => {
    expect(fromViewer(made.stack, made.front, { host, path })).toEqual({
      reached: { restApiId: "orders-api-id", stage: "live", path, host: seenHost },
    });
  });

  test.each(["HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"])("%s reaches it, too", (method) => {
    expect(fromViewer(made.stack, made.front, { host, path: "/orders", method })).toMatchObject({
      reached: { path: "/orders" },
    });
  });
});

test("under another name of the front door an API with a domain is not found", async () => {
  const args = argsWith({ routing: ApiRouting.CustomDomain, certificate: domain, frontDoor });
  const { stack, front } = await emittedFor(args);
  expect(fromViewer(stack, front, { host: "shop.example.org", path: "/orders" })).toEqual({
    refused: { gate: "endpoint", why: "no API is called shop.example.org" },
  });
});

describe("an API made elsewhere, behind an endpoint made elsewhere", () => {
  const made = async (stage: string, letIn: string, certified = "*.example.com") => {
    const api = { ...handmadeApi, stages: [stage], policy: policyDocument(allowThroughEndpoint(letIn)) };
    const args = argsWith({
      network: { ...network, existingEndpoint },
      api: existingApi({ restApi: handmadeApi, stageName: "prod" }),
      certificate: { domainName: originName, existingCertificateArn: certificateArn },
    });
    const certificates = { [certificateArn]: [certified] };
    return emittedFor(args, { apis: [api], endpoints: [HANDMADE_ENDPOINT], certificates });
  };
  const request = { host: CLOUDFRONT_NAME, path: "/orders" };

  test("is reached if its owner lets the endpoint in", async () => {
    const { stack, front } = await made("prod", existingEndpoint.id);
    expect(fromViewer(stack, front, request)).toEqual({
      reached: { restApiId: "a1b2c3d4e5", stage: "prod", path: "/orders", host: apiHost("a1b2c3d4e5") },
    });
  });

  test("is not reached if its owner lets another endpoint in", async () => {
    const { stack, front } = await made("prod", "vpce-2");
    expect(fromViewer(stack, front, request)).toEqual({
      refused: { gate: "API policy", why: "explicit deny: DenyEverythingElse" },
    });
  });

  test("is not reached in a stage that it does not have", async () => {
    const { stack, front } = await made("test", existingEndpoint.id);
    expect(fromViewer(stack, front, request)).toEqual({
      refused: { gate: "stage", why: "the API has no stage prod" },
    });
  });

  test("is not reached under a certificate for another name", async () => {
    const { stack, front } = await made("prod", existingEndpoint.id, "example.com");
    expect(fromViewer(stack, front, request)).toEqual({
      refused: { gate: "certificate", why: "it covers example.com" },
    });
  });
});

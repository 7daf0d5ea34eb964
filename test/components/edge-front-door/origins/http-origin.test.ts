// Servers that the internet can reach: what CloudFront is told about them.

import * as pulumi from "@pulumi/pulumi";
import { CachePolicy, grpcOrigin, httpOrigin, IpAddressType, OriginRequestPolicy } from "../../../../components";
import { find, known } from "../../record-stack";
import { certificateArn } from "../variants";
import { pathsOf, problemsOf, serve } from "./serve";

const domainName = "api.example.com";
const clientCertificateArn = certificateArn;
const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

const https = {
  httpPort: 80,
  httpsPort: 443,
  originProtocolPolicy: "https-only",
  originSslProtocols: ["TLSv1.2"],
  originReadTimeout: 30,
};

test("a server is spoken to over HTTPS with TLS 1.2, and nothing is made for it", async () => {
  const { origins, children, distribution, site } = await serve(() => httpOrigin({ domainName }));
  expect(origins).toEqual([{ originId: "default", domainName, customOriginConfig: https }]);
  expect(children).toEqual([]);
  expect(distribution.defaultRootObject).toBeUndefined();
  expect(await known(site.bucketName)).toBeUndefined();
});

test("a server's answers are not cached, and it gets the whole request but Host", async () => {
  const { distribution } = await serve(() => httpOrigin({ domainName }));
  expect(distribution.defaultCacheBehavior).toEqual({
    targetOriginId: "default",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ALL_METHODS,
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId: CachePolicy.CachingDisabled,
    originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
    responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
  });
});

test("every option reaches CloudFront", async () => {
  const { origins } = await serve(() =>
    httpOrigin({
      domainName,
      originPath: "/v1",
      customHeaders: { "x-env": "prod", "x-team": "web" },
      httpsPort: 8443,
      readTimeoutSeconds: 60,
      keepaliveTimeoutSeconds: 20,
      connectionAttempts: 2,
      connectionTimeoutSeconds: 4,
      responseCompletionTimeoutSeconds: 90,
      originShieldRegion: "eu-central-1",
      ipAddressType: IpAddressType.DualStack,
      clientCertificateArn,
    }),
  );
  expect(origins).toEqual([
    {
      originId: "default",
      domainName,
      originPath: "/v1",
      customHeaders: [
        { name: "x-env", value: "prod" },
        { name: "x-team", value: "web" },
      ],
      connectionAttempts: 2,
      connectionTimeout: 4,
      responseCompletionTimeout: 90,
      originShield: { enabled: true, originShieldRegion: "eu-central-1" },
      customOriginConfig: {
        ...https,
        httpsPort: 8443,
        originReadTimeout: 60,
        originKeepaliveTimeout: 20,
        ipAddressType: "dualstack",
        originMtlsConfig: { clientCertificateArn },
      },
    },
  ]);
});

test.each(Object.values(IpAddressType))(
  "addresses of the kind %s are asked for as CloudFront writes it",
  async (ipAddressType) => {
    const { origins } = await serve(() => httpOrigin({ domainName, ipAddressType }));
    expect(origins).toMatchObject([{ customOriginConfig: { ipAddressType } }]);
  },
);

test("one secret header makes the list of origins secret, and the origin among the front door's own inputs", async () => {
  const { resources } = await serve(() =>
    httpOrigin({ domainName, customHeaders: { "x-env": "prod", "x-key": pulumi.secret("s3cr3t") } }),
  );
  expect(find(resources, "site-distribution").secrets).toEqual(["origins"]);
  expect(find(resources, "site").secrets).toEqual(["origin"]);
});

test("gRPC is enabled for all methods, and the viewer's Host is forwarded", async () => {
  const { origins, distribution, children } = await serve(() => grpcOrigin({ domainName, readTimeoutSeconds: 120 }));
  expect(origins).toEqual([
    { originId: "default", domainName, customOriginConfig: { ...https, originReadTimeout: 120 } },
  ]);
  expect(distribution.defaultCacheBehavior).toEqual({
    targetOriginId: "default",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ALL_METHODS,
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId: CachePolicy.CachingDisabled,
    originRequestPolicyId: OriginRequestPolicy.AllViewer,
    responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    grpcConfig: { enabled: true },
  });
  expect(children).toEqual([]);
});

describe("ports", () => {
  test.each([80, 443, 1024, 8443, 65_535])("%d is one that CloudFront takes", (httpsPort) => {
    expect(pathsOf(httpOrigin({ domainName, httpsPort }))).toEqual([]);
  });

  test.each([0, 22, 81, 444, 1023, 65_536, 443.5, -1, Number.NaN])("%d is none", (httpsPort) => {
    expect(problemsOf(httpOrigin({ domainName, httpsPort }))).toEqual([
      "origin.httpsPort: be 80, 443 or a whole number from 1024 to 65535",
    ]);
  });
});

test.each([
  ["connectionAttempts", [1, 3], [0, 4, 1.5]],
  ["connectionTimeoutSeconds", [1, 10], [0, 11]],
  ["readTimeoutSeconds", [1, 120], [0, 121]],
  ["keepaliveTimeoutSeconds", [1, 120], [0, 121]],
  ["responseCompletionTimeoutSeconds", [30, 3600], [29, 30.5, 0]],
] as const)("%s takes %p and refuses %p", (argument, good, bad) => {
  for (const value of good) {
    expect(pathsOf(httpOrigin({ domainName, [argument]: value }))).toEqual([]);
  }
  for (const value of bad) {
    expect(pathsOf(httpOrigin({ domainName, [argument]: value }))).toEqual([`origin.${argument}`]);
  }
});

test("a whole answer takes no less than its first packet may", () => {
  const options = { domainName, readTimeoutSeconds: 60, responseCompletionTimeoutSeconds: 59 };
  expect(problemsOf(httpOrigin(options))).toEqual([
    "origin.responseCompletionTimeoutSeconds: be a whole number of at least 60, the read timeout: the whole answer takes no less than its first packet",
  ]);
  expect(pathsOf(httpOrigin({ ...options, responseCompletionTimeoutSeconds: 60 }))).toEqual([]);
});

test.each([
  ["a certificate of another Region", { clientCertificateArn: certificateArn.replace("us-east-1", "eu-west-1") }],
  ["a web ACL for a certificate", { clientCertificateArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/0" }],
])("%s is refused", (_title, options) => {
  expect(pathsOf(httpOrigin({ domainName, ...options }))).toEqual(["origin.clientCertificateArn"]);
});

test.each(["Frankfurt", "eu-central", "", "eu-central-1a"])("Origin Shield is not in %j", (originShieldRegion) => {
  expect(pathsOf(httpOrigin({ domainName, originShieldRegion }))).toEqual(["origin.originShieldRegion"]);
});

// The contract of ./tree.test.ts for every feature: what it adds to, and leaves out of, the children of a website.

import * as pulumi from "@pulumi/pulumi";
import {
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  functionUrlOrigin,
  HttpVersion,
  IpAddressType,
  keyGroup,
  keyValueStore,
  lambdaAtEdge,
  loadBalancerOrigin,
  mediaPackageOrigin,
  type Origin,
  OriginAccessPhase,
  originGroup,
  s3Origin,
  vpcOrigin,
  WebsiteRouting,
} from "../../../components";
import { tree } from "../record-stack";
import { build } from "./build";
import {
  caBundle,
  channel,
  functionUrl,
  internalLoadBalancer,
  network,
  publicLoadBalancer,
  topicArns,
} from "./variants";

const code = "function handler(event) {}";
const route = (origin: Origin) => ({ routes: [{ name: "r", pathPattern: "/r/*", origin }] });

async function treeOf(args: Partial<EdgeFrontDoorArgs>): Promise<string[]> {
  const { resources } = await build({ origin: s3Origin(), httpVersion: HttpVersion.Http2, ...args });
  return tree(resources);
}

let website: string[];

beforeAll(async () => {
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  website = await treeOf({});
});

const bucket = (name: string): string[] => [
  `aws:s3/bucket:Bucket | ${name}`,
  `aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration | ${name}-lifecycle`,
  `aws:s3/bucketOwnershipControls:BucketOwnershipControls | ${name}-ownership`,
  `aws:s3/bucketPolicy:BucketPolicy | ${name}-policy`,
  `aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock | ${name}-public-access`,
  `aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | ${name}-encryption`,
];

const websiteBucket = (prefix: string): string[] => [
  ...bucket(`${prefix}-bucket`),
  `aws:s3/bucketVersioning:BucketVersioning | ${prefix}-bucket-versioning`,
  `aws:cloudfront/originAccessControl:OriginAccessControl | ${prefix}-oac`,
];

const CASES: [string, Partial<EdgeFrontDoorArgs>, string[]][] = [
  [
    "website routing",
    { websiteRouting: WebsiteRouting.SinglePageApp },
    ["aws:cloudfront/function:Function | site-function-single-page-app"],
  ],
  [
    "the other website routing",
    { websiteRouting: WebsiteRouting.IndexDocuments },
    ["aws:cloudfront/function:Function | site-function-index-documents"],
  ],
  [
    "a function with a store",
    {
      behavior: {
        functions: {
          viewerRequest: cloudFrontFunction({
            name: "f",
            code,
            keyValueStore: keyValueStore({ name: "s", entries: { a: "b" } }),
          }),
        },
      },
    },
    [
      "aws:cloudfront/function:Function | site-function-f",
      "aws:cloudfront/keyValueStore:KeyValueStore | site-key-value-store-s",
      "aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive | site-key-value-store-s-entries",
    ],
  ],
  [
    "Lambda@Edge",
    {
      behavior: {
        functions: { originRequest: lambdaAtEdge({ name: "f", code: new pulumi.asset.AssetArchive({}) }) },
      },
    },
    [
      "aws:iam/role:Role | site-lambda-f-role",
      "aws:iam/rolePolicy:RolePolicy | site-lambda-f-logs",
      "aws:lambda/function:Function | site-lambda-f",
    ],
  ],
  [
    "a key group",
    { behavior: { trustedKeyGroups: [keyGroup({ name: "g", publicKeys: { k: "-----BEGIN PUBLIC KEY-----" } })] } },
    ["aws:cloudfront/keyGroup:KeyGroup | site-key-group-g", "aws:cloudfront/publicKey:PublicKey | site-public-key-g-k"],
  ],
  [
    "response headers",
    { responseHeaders: {} },
    ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy | site-response-headers"],
  ],
  [
    "viewer mTLS",
    { viewerMtls: { caBundle, connectionFunctionCode: "function connectionHandler(connection) {}" } },
    [
      "aws:cloudfront/connectionFunction:ConnectionFunction | site-connection-function",
      "aws:cloudfront/trustStore:TrustStore | site-trust-store",
      "aws:cloudwatch/logDelivery:LogDelivery | site-connection-log-delivery",
      "aws:cloudwatch/logDeliverySource:LogDeliverySource | site-connection-log-source",
    ],
  ],
  [
    "fixed addresses",
    { ipv6: false, anycastIpList: { createWithIpCount: 3 } },
    ["aws:cloudfront/anycastIpList:AnycastIpList | site-anycast-ip-list"],
  ],
  ["legacy logs", { logging: { legacyAccessLogs: true } }, bucket("site-legacy-log-bucket")],
  [
    "real-time logs",
    { logging: { realTime: {} } },
    [
      "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig | site-real-time-log",
      "aws:iam/role:Role | site-real-time-log-role",
      "aws:iam/rolePolicy:RolePolicy | site-real-time-log-writing",
      "aws:kinesis/stream:Stream | site-real-time-log-stream",
    ],
  ],
  [
    "monitoring",
    {
      monitoring: {
        additionalMetrics: true,
        alarms: { topicArns, originLatencyMilliseconds: 1_000, blockedRequests: 100 },
      },
    },
    [
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription | site-monitoring-subscription",
      "aws:cloudwatch/metricAlarm:MetricAlarm | site-alarm-blocked-requests",
      "aws:cloudwatch/metricAlarm:MetricAlarm | site-alarm-client-errors",
      "aws:cloudwatch/metricAlarm:MetricAlarm | site-alarm-origin-latency",
      "aws:cloudwatch/metricAlarm:MetricAlarm | site-alarm-server-errors",
    ],
  ],
  [
    "a staging distribution",
    { continuousDeployment: { phase: "prepare", weightPercent: 5 } },
    [
      "aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy | site-continuous-deployment",
      "aws:cloudfront/distribution:Distribution | site-staging-distribution",
    ],
  ],
  [
    "a staging distribution with origins of its own",
    {
      continuousDeployment: { phase: "prepare", weightPercent: 5, origin: s3Origin(), ...route(s3Origin()) },
    },
    [
      "aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy | site-continuous-deployment",
      "aws:cloudfront/distribution:Distribution | site-staging-distribution",
      ...websiteBucket("site-staging"),
      ...websiteBucket("site-staging-route-r"),
    ],
  ],
  [
    "a route to a group of buckets",
    route(originGroup({ primary: s3Origin(), secondary: s3Origin() })),
    [...websiteBucket("site-route-r"), ...websiteBucket("site-route-r-secondary")],
  ],
  [
    "a bucket with an identity beside its access control",
    route(s3Origin({ originAccessPhase: OriginAccessPhase.AllowBoth })),
    [...websiteBucket("site-route-r"), "aws:cloudfront/originAccessIdentity:OriginAccessIdentity | site-route-r-oai"],
  ],
  [
    "a private load balancer",
    route(vpcOrigin({ domainName: "in.example.com", endpoint: { loadBalancer: internalLoadBalancer, ...network } })),
    [
      "aws:cloudfront/vpcOrigin:VpcOrigin | site-route-r-vpc-origin",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | site-route-r-vpc-origin-ingress",
    ],
  ],
  [
    "a public load balancer",
    route(
      loadBalancerOrigin({
        ...publicLoadBalancer,
        secretHeader: { value: "0123456789abcdef" },
        ipAddressType: IpAddressType.DualStack,
        ipv6SecurityGroupId: "sg-3",
      }),
    ),
    [
      "aws:lb/listenerRule:ListenerRule | site-route-r-listener-rule",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | site-route-r-ingress",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | site-route-r-ingress-ipv6",
    ],
  ],
  [
    "a function's URL",
    route(functionUrlOrigin({ functionUrl })),
    [
      "aws:cloudfront/originAccessControl:OriginAccessControl | site-route-r-oac",
      "aws:lambda/permission:Permission | site-route-r-invoke-function-distribution",
      "aws:lambda/permission:Permission | site-route-r-invoke-url-distribution",
    ],
  ],
  [
    "a channel",
    route(mediaPackageOrigin(channel)),
    [
      "aws:cloudcontrol/resource:Resource | site-route-r-endpoint-policy",
      "aws:cloudfront/originAccessControl:OriginAccessControl | site-route-r-oac",
    ],
  ],
];

test.each(CASES)("%s", async (_title, args, added) => {
  expect(await treeOf(args)).toEqual([...website, ...added.map((line) => `${line} | site`)].sort());
});

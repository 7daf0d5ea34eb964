// Programs without a compiler: whatever stands in place of an option, it is told as a problem and crashes nothing.

import * as pulumi from "@pulumi/pulumi";
import {
  apiGatewayOrigin,
  functionUrlOrigin,
  grpcOrigin,
  httpOrigin,
  loadBalancerOrigin,
  mediaPackageOrigin,
  type Origin,
  OriginAccessPhase,
  originGroup,
  s3Origin,
  vpcOrigin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { listener, networkLoadBalancer, onInstance } from "../../vpc-origin/endpoints";
import { existingBucket } from "../variants";
import { problemsOf } from "./serve";

type Options = Record<string, unknown>;

const connection: Options = {
  originPath: "/v1",
  customHeaders: { "x-env": "prod" },
  connectionAttempts: 2,
  connectionTimeoutSeconds: 5,
  responseCompletionTimeoutSeconds: 60,
  originShieldRegion: "eu-central-1",
};
const server: Options = {
  ...connection,
  readTimeoutSeconds: 30,
  keepaliveTimeoutSeconds: 5,
  ipAddressType: "ipv4",
  clientCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a",
};
const domainName = "api.example.com";
const text = "0123456789abcdef";

const untyped = (options: object): never => ({ domainName, ...options }) as never;

/** A kind of origin with every option there is. */
const KINDS: Readonly<Record<string, { make: (options: never) => Origin; options: Options }>> = {
  httpOrigin: { make: httpOrigin, options: { ...server, domainName, httpsPort: 443 } },
  grpcOrigin: { make: grpcOrigin, options: { ...server, domainName, httpsPort: 443 } },
  s3Origin: {
    make: s3Origin,
    options: {
      ...connection,
      existingBucket: { ...existingBucket, ownerAccountId: "999988887777" },
      manageBucketPolicy: false,
      originAccessPhase: OriginAccessPhase.SwitchOrigin,
      originAccessIdentity: {
        cloudfrontAccessIdentityPath: "origin-access-identity/cloudfront/E1",
        iamArn: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
      },
      access: ["list"],
    },
  },
  loadBalancerOrigin: {
    make: loadBalancerOrigin,
    options: {
      ...server,
      domainName,
      ipAddressType: "dualstack",
      secretHeader: { name: "x-shop", value: text, previousValue: `${text}0` },
      listenerArn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/0/1",
      targetGroupArn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0",
      rulePriority: 100,
      securityGroupId: "sg-1",
      ipv6SecurityGroupId: "sg-6",
      region: "eu-central-1",
    },
  },
  functionUrlOrigin: {
    make: functionUrlOrigin,
    options: {
      ...connection,
      functionUrl: {
        functionName: "orders",
        functionUrl: "https://abc123.lambda-url.eu-central-1.on.aws/",
        authorizationType: "AWS_IAM",
        qualifier: "live",
        region: "eu-central-1",
      },
      signingBehavior: "always",
    },
  },
  apiGatewayOrigin: {
    make: apiGatewayOrigin,
    options: { customHeaders: { "x-key": text }, api: { id: "abc123", region: "eu-central-1" }, stageName: "prod" },
  },
  mediaPackageOrigin: {
    make: mediaPackageOrigin,
    options: {
      ...connection,
      egressDomain: "abc123.egress.x1.mediapackagev2.eu-west-1.amazonaws.com",
      endpoint: {
        channelGroupName: "sports",
        channelName: "football",
        originEndpointName: "hls",
        arn: "arn:aws:mediapackagev2:eu-west-1:123456789012:channelGroup/s/channel/f/originEndpoint/hls",
        region: "eu-west-1",
      },
      manageEndpointPolicy: true,
    },
  },
  originGroup: {
    make: originGroup,
    options: { primary: httpOrigin({ domainName }), secondary: s3Origin(), failoverStatusCodes: [500] },
  },
  "vpcOrigin with a load balancer": {
    make: vpcOrigin,
    options: {
      ...connection,
      domainName,
      readTimeoutSeconds: 30,
      keepaliveTimeoutSeconds: 5,
      endpoint: {
        loadBalancer: networkLoadBalancer,
        listener,
        securityGroupId: "sg-1",
        internetGatewayId: "igw-1",
        region: "eu-central-1",
        availabilityZoneIds: ["euc1-az1"],
        ingress: "serviceSecurityGroup",
        protocol: "https-only",
        httpsPort: 443,
        httpPort: 80,
      },
    },
  },
  "vpcOrigin with an instance": { make: vpcOrigin, options: { domainName, endpoint: onInstance } },
  "vpcOrigin that exists": {
    make: vpcOrigin,
    options: { domainName, existing: { vpcOriginId: "vo_1", ownerAccountId: "999988887777" } },
  },
};

const circular: { self?: object } = {};
circular.self = circular;
const JUNK = [
  null,
  7,
  Number.NaN,
  "junk",
  true,
  [],
  [null],
  {},
  () => 1,
  circular,
  pulumi.output({ a: 1 }),
  Promise.resolve("junk"),
];

/** The options with junk in place of each value in turn, nested ones included. */
function* spoiled(options: Options, path = ""): Generator<[path: string, junk: unknown, options: Options]> {
  for (const [key, value] of Object.entries(options)) {
    const at = path === "" ? key : `${path}.${key}`;
    for (const junk of JUNK) {
      yield [at, junk, { ...options, [key]: junk }];
    }
    if (value !== null && typeof value === "object" && !Array.isArray(value) && !("bind" in value)) {
      for (const [inner, junk, changed] of spoiled(value as Options, at)) {
        yield [inner, junk, { ...options, [key]: changed }];
      }
    }
  }
}

describe.each(Object.entries(KINDS))("%s", (_kind, { make, options }) => {
  test("takes all of its options", () => {
    expect(problemsOf(make(options as never))).toEqual([]);
  });

  test("crashes on none of them", () => {
    const crashes: string[] = [];
    for (const [path, junk, changed] of spoiled(options)) {
      try {
        checkEdgeFrontDoor("site", { origin: make(changed as never) });
      } catch (error) {
        crashes.push(`${path} = ${String(junk)}: ${error}`);
      }
    }
    expect(crashes).toEqual([]);
  });

  test("tells null once, at its place, and nothing that follows from it", () => {
    for (const [path, junk, changed] of spoiled(options)) {
      if (junk === null) {
        expect(problemsOf(make(changed as never))).toEqual([
          expect.stringMatching(new RegExp(`^origin\\.${path.replaceAll(".", "\\.")}: be .+, not null$`)),
        ]);
      }
    }
  });

  test.each([[null], [7], ["s3cr3t"], [() => 1]])("tells that its options are none: %s", (junk) => {
    const problems = checkEdgeFrontDoor("site", { origin: make(junk as never) });
    expect(problems.map(({ path, must }) => `${path}: ${must}`)).toEqual([
      expect.stringMatching(/^origin: be an object, not (null|a number|text|a function)$/),
    ]);
  });
});

describe("tells", () => {
  const cases: [string, Origin, string][] = [
    [
      "headers that are a text",
      httpOrigin(untyped({ customHeaders: "x-env: prod" })),
      "customHeaders: be an object, not text",
    ],
    [
      "headers that are a list",
      httpOrigin(untyped({ customHeaders: ["x-env"] })),
      "customHeaders: be an object, not a list",
    ],
    [
      "a switch that is a text, which would count as on",
      s3Origin(untyped({ existingBucket, manageBucketPolicy: "false" })),
      "manageBucketPolicy: be true or false, not text",
    ],
    [
      "an account that is a number",
      vpcOrigin(untyped({ existing: { vpcOriginId: "vo_1", ownerAccountId: 123456789012 } })),
      "existing.ownerAccountId: be text or an output, not a number",
    ],
  ];
  test.each(cases)("%s", (_title, origin, problem) => {
    expect(problemsOf(origin)).toEqual([`origin.${problem}`]);
  });

  test("an origin that was not called", () => {
    const args: object = { origin: s3Origin };
    expect(checkEdgeFrontDoor("site", args).map(({ must }) => must)).toEqual(["be an origin, not a function"]);
  });
});

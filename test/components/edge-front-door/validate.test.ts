import * as pulumi from "@pulumi/pulumi";
import {
  AccessLogDestination,
  ComponentInputError,
  EdgeFrontDoor,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  ExternalDns,
  FirewallMode,
  httpOrigin,
  ManagedRuleGroup,
  OriginRequestPolicy,
  s3Origin,
  ViewerTlsPolicy,
} from "../../../components";
import { checkEdgeFrontDoor, validateEdgeFrontDoor } from "../../../components/edge-front-door/validate";
import { recordStack } from "../record-stack";
import { certificateArn, existingBucket, hostedZoneId, keyArn, VARIANTS, webAclArn } from "./variants";

/** Where the problems are, for arguments beside an S3 origin. */
function pathsOf(args: Partial<EdgeFrontDoorArgs>, name = "site"): string[] {
  return checkEdgeFrontDoor(name, { origin: s3Origin(), ...args }).map((problem) => problem.path);
}

/** As a JavaScript program would write it, where no compiler refuses. */
function untyped(args: object): Partial<EdgeFrontDoorArgs> {
  return args;
}

function untypedBucket(options: object): Parameters<typeof s3Origin>[0] {
  return options;
}

const api = httpOrigin({ domainName: "api.example.com" });
const domain = { name: "www.example.com", hostedZoneId };

test.each(Object.entries(VARIANTS))("accepts %s", (_title, variant) => {
  expect(checkEdgeFrontDoor("site", variant())).toEqual([]);
});

test.each(["site", "a", "shop-2", "a".repeat(24)])("accepts the name %j", (name) => {
  expect(pathsOf({}, name)).toEqual([]);
});

test.each(["", "Site", "2shop", "shop_a", "shop-", "shop--a", "a".repeat(25)])("refuses the name %j", (name) => {
  expect(pathsOf({}, name)).toEqual(["name"]);
});

describe("refuses", () => {
  const cases: [string, Partial<EdgeFrontDoorArgs>, string[]][] = [
    ["no origin", untyped({ origin: undefined }), ["origin"]],
    ["a bucket in place of an origin", untyped({ origin: existingBucket }), ["origin"]],
    ["a URL for a domain", { domain: { ...domain, name: "https://www.example.com/" } }, ["domain.name"]],
    ["a wildcard as the first name", { domain: { ...domain, name: "*.example.com" } }, ["domain.name"]],
    ["capitals in a domain", { domain: { ...domain, name: "WWW.example.com" } }, ["domain.name"]],
    ["a domain without a name", { domain: untyped({ hostedZoneId }) as EdgeFrontDoorArgs["domain"] }, ["domain.name"]],
    ["an address for a domain", { domain: { ...domain, name: "10.0.0.1" } }, ["domain.name"]],
    [
      "a first name that is too long for a certificate",
      { domain: { ...domain, name: `${"a".repeat(53)}.example.com` } },
      ["domain.name"],
    ],
    [
      "an alternative name that is missing",
      { domain: { ...domain, ...untyped({ alternativeNames: [undefined] }) } },
      ["domain.alternativeNames[0]"],
    ],
    [
      "an alternative name that is none, or is there already",
      { domain: { ...domain, alternativeNames: ["a b", "www.example.com", "x.example.com", "x.example.com"] } },
      ["domain.alternativeNames[0]", "domain.alternativeNames[1]", "domain.alternativeNames[3]"],
    ],
    [
      "a wildcard beside the name that its records have in the program",
      { domain: { ...domain, alternativeNames: ["*.example.com", "wildcard.example.com"] } },
      ["domain.alternativeNames[0]"],
    ],
    [
      "more names than a distribution takes",
      { domain: { ...domain, alternativeNames: Array.from({ length: 100 }, (_, index) => `n${index}.example.com`) } },
      ["domain.alternativeNames"],
    ],
    ["a zone's path", { domain: { ...domain, hostedZoneId: "/hostedzone/Z123" } }, ["domain.hostedZoneId"]],
    [
      "a certificate from another Region",
      { domain: { ...domain, existingCertificateArn: certificateArn.replace("us-east-1", "eu-west-1") } },
      ["domain.existingCertificateArn"],
    ],
    [
      "a certificate that is a web ACL",
      { domain: { ...domain, existingCertificateArn: webAclArn } },
      ["domain.existingCertificateArn"],
    ],
    [
      "a certificate of another partition",
      { domain: { ...domain, existingCertificateArn: "arn:aws-cn:acm:cn-north-1:123456789012:certificate/a" } },
      ["domain.existingCertificateArn"],
    ],
    [
      "records by hand beside a zone and a certificate",
      { domain: { ...domain, existingCertificateArn: certificateArn, externalDns: ExternalDns.RecordsCreated } },
      ["domain.externalDns and domain.hostedZoneId", "domain.externalDns and domain.existingCertificateArn"],
    ],
    [
      "an unknown stage of DNS",
      { domain: untyped({ name: "www.example.com", externalDns: "soon" }) as EdgeFrontDoorArgs["domain"] },
      ["domain.externalDns"],
    ],
    [
      "a TLS policy without a domain",
      { minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025 },
      ["minimumProtocolVersion and domain"],
    ],
    ["an old TLS policy", untyped({ domain, minimumProtocolVersion: "TLSv1" }), ["minimumProtocolVersion"]],
    [
      "routes that are not distinct",
      {
        routes: [
          { name: "api", pathPattern: "/api/*", origin: api },
          { name: "api", pathPattern: "/api/*", origin: api },
        ],
      },
      ["routes[0].name and routes[1].name", "routes[0].pathPattern and routes[1].pathPattern"],
    ],
    [
      "a route for everything, with a bad name and no origin",
      {
        routes: [
          untyped({ name: "The API", pathPattern: "/*" }) as { name: string; pathPattern: string; origin: typeof api },
        ],
      },
      ["routes[0].name", "routes[0].pathPattern", "routes[0].origin"],
    ],
    ["a path with spaces", { routes: [{ name: "api", pathPattern: "/a b", origin: api }] }, ["routes[0].pathPattern"]],
    [
      "the viewer's Host at a bucket",
      {
        routes: [
          { name: "m", pathPattern: "/m/*", origin: s3Origin(), originRequestPolicyId: OriginRequestPolicy.AllViewer },
        ],
      },
      ["routes[0].origin and routes[0].originRequestPolicyId"],
    ],
    [
      "more routes than a distribution takes",
      {
        routes: Array.from({ length: 76 }, (_, index) => ({
          name: `r${index}`,
          pathPattern: `/${index}`,
          origin: api,
        })),
      },
      ["routes"],
    ],
    [
      "an HTTP origin that is none",
      {
        origin: httpOrigin({
          domainName: "https://api.example.com",
          originPath: "prod/",
          httpsPort: 0,
          readTimeoutSeconds: 121,
          customHeaders: { "bad header": "x" },
        }),
      },
      [
        "origin.domainName",
        "origin.originPath",
        "origin.customHeaders",
        "origin.httpsPort",
        "origin.readTimeoutSeconds",
      ],
    ],
    [
      "an S3 website endpoint",
      { origin: httpOrigin({ domainName: "shop.s3-website-eu-west-1.amazonaws.com" }) },
      ["origin.domainName"],
    ],
    [
      "a bucket by its URL",
      { origin: httpOrigin({ domainName: "shop.s3.eu-central-1.amazonaws.com" }) },
      ["origin.domainName"],
    ],
    ["an address for a server", { origin: httpOrigin({ domainName: "10.0.0.1" }) }, ["origin.domainName"]],
    [
      "an access point by its URL",
      { origin: httpOrigin({ domainName: "shop-123456789012.s3-accesspoint.eu-central-1.amazonaws.com" }) },
      ["origin.domainName"],
    ],
    [
      "an existing bucket by its name",
      { origin: s3Origin(untypedBucket({ existingBucket: "handmade" })) },
      ["origin.existingBucket"],
    ],
    [
      "an existing bucket by its website endpoint",
      {
        origin: s3Origin({
          existingBucket: {
            ...existingBucket,
            bucketRegionalDomainName: "handmade.s3-website.eu-west-1.amazonaws.com",
          },
        }),
      },
      ["origin.existingBucket.bucketRegionalDomainName"],
    ],
    [
      "too many and too long headers",
      {
        origin: httpOrigin({
          domainName: "api.example.com",
          customHeaders: {
            ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x-${index}`, ""])),
            "x-long": "v".repeat(1784),
          },
        }),
      },
      ["origin.customHeaders", "origin.customHeaders.x-long"],
    ],
    [
      "retention below a day",
      { origin: s3Origin({ noncurrentVersionRetentionDays: 0 }) },
      ["origin.noncurrentVersionRetentionDays"],
    ],
    [
      "somebody else for the policy of a new bucket",
      { origin: s3Origin({ manageBucketPolicy: false }) },
      ["origin.manageBucketPolicy"],
    ],
    [
      "settings of a bucket, or of a policy, that is not the front door's",
      {
        origin: s3Origin({
          existingBucket,
          manageBucketPolicy: false,
          extraStatements: [],
          noncurrentVersionRetentionDays: 7,
        }),
      },
      ["origin.noncurrentVersionRetentionDays", "origin.extraStatements"],
    ],
    ["a mode of firewall that is none", untyped({ firewall: { mode: "on" } }), ["firewall.mode"]],
    ["a rule group that is none", untyped({ firewall: { ruleGroups: ["Core"] } }), ["firewall.ruleGroups[0]"]],
    ["no rule groups", { firewall: { ruleGroups: [] } }, ["firewall.ruleGroups"]],
    [
      "rules for a firewall that has none",
      { firewall: { mode: FirewallMode.None, ruleGroups: [ManagedRuleGroup.Core], rateLimits: [] } },
      ["firewall.ruleGroups and firewall.mode", "firewall.rateLimits and firewall.mode"],
    ],
    [
      "other actions for a group that is missing",
      { firewall: { ruleGroups: [ManagedRuleGroup.Sqli], ruleOverrides: { [ManagedRuleGroup.Core]: {} } } },
      ["firewall.ruleOverrides and firewall.ruleGroups"],
    ],
    [
      "an existing web ACL that is not named",
      { firewall: { mode: FirewallMode.Existing } },
      ['firewall.existingWebAclArn and firewall.mode "existing"'],
    ],
    [
      "a web ACL that is not used",
      { firewall: { existingWebAclArn: webAclArn } },
      ['firewall.existingWebAclArn and firewall.mode "existing"'],
    ],
    [
      "a web ACL of a Region",
      {
        firewall: {
          mode: FirewallMode.Existing,
          existingWebAclArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/0",
        },
      },
      ["firewall.existingWebAclArn"],
    ],
    [
      "a web ACL for load balancers in us-east-1",
      {
        firewall: {
          mode: FirewallMode.Existing,
          existingWebAclArn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/0",
        },
      },
      ["firewall.existingWebAclArn"],
    ],
    ["a destination of logs that is none", untyped({ logging: { accessLogs: "kinesis" } }), ["logging.accessLogs"]],
    [
      "a retention CloudWatch does not know",
      { logging: { accessLogs: AccessLogDestination.S3, retentionDays: 100 } },
      ["logging.retentionDays"],
    ],
    [
      "a key for SSE-S3",
      { encryption: EncryptionMode.SseS3, encryptionKeyArn: keyArn },
      ["encryption and encryptionKeyArn"],
    ],
    ["an alias for a key", { encryptionKeyArn: "alias/site" }, ["encryptionKeyArn"]],
    ["a price class that is none", untyped({ priceClass: "PriceClass_50" }), ["priceClass"]],
    ["reserved tags", { tags: { "aws:team": "web" } }, ["tags"]],
  ];
  test.each(cases)("%s", (_title, args, paths) => {
    expect(pathsOf(args)).toEqual(paths);
  });
});

test("says what a JavaScript program left out", () => {
  expect(checkEdgeFrontDoor("site").map((problem) => problem.path)).toEqual(["origin"]);
  const routes = [{}] as EdgeFrontDoorArgs["routes"];
  expect(pathsOf({ routes })).toEqual(["routes[0].name", "routes[0].pathPattern", "routes[0].origin"]);
});

test.each([
  "Shop-LB-123.eu-central-1.elb.amazonaws.com",
  "s3-frontend-123.eu-central-1.elb.amazonaws.com",
  "xn--bcher-kva.example",
])("accepts the server %s", (domainName) => {
  expect(pathsOf({ origin: httpOrigin({ domainName }) })).toEqual([]);
});

test("accepts a long first name under a certificate that exists", () => {
  const name = `${"a".repeat(60)}.example.com`;
  expect(pathsOf({ domain: { name, existingCertificateArn: certificateArn } })).toEqual([]);
});

test("names the one Region for a certificate of another partition", () => {
  const existingCertificateArn = "arn:aws-cn:acm:cn-north-1:123456789012:certificate/a";
  const [problem] = checkEdgeFrontDoor("site", {
    origin: s3Origin(),
    domain: { name: "a.com", existingCertificateArn },
  });
  expect(problem?.must).toBe("be a certificate in us-east-1: CloudFront uses no other Region's");
});

test("does not judge what is not known yet", () => {
  const later = pulumi.output(Promise.resolve("anything"));
  expect(
    pathsOf({
      origin: httpOrigin({ domainName: later, customHeaders: { "x-secret": later } }),
      domain: { name: "example.com", hostedZoneId: later, existingCertificateArn: later },
      firewall: { mode: FirewallMode.Existing, existingWebAclArn: later },
      encryptionKeyArn: later,
      tags: { team: later },
    }),
  ).toEqual([]);
});

test("never repeats a header's value, which may be a secret", () => {
  const secret = `s3cr3t${"x".repeat(2000)}`;
  const origin = httpOrigin({ domainName: "api.example.com", customHeaders: { "x-key": secret } });
  expect(JSON.stringify(checkEdgeFrontDoor("site", { origin }))).not.toContain("s3cr3t");
});

test("suggests the host of a URL and the id in a zone's path", () => {
  const problems = checkEdgeFrontDoor("site", {
    origin: s3Origin(),
    domain: { name: "HTTPS://Shop.Example.com/start", hostedZoneId: "/hostedzone/Z123" },
  });
  expect(problems.map((problem) => problem.use)).toEqual(['"shop.example.com"', '"Z123"']);
});

test("suggests how DNS writes a name in another script", () => {
  const [problem] = checkEdgeFrontDoor("site", { origin: s3Origin(), domain: { name: "www.Bücher.example" } });
  expect(problem?.use).toBe('"www.xn--bcher-kva.example"');
});

test("says everything at once, and nothing has been registered then", async () => {
  let error: unknown;
  const { resources } = await recordStack(() => {
    try {
      new EdgeFrontDoor("Shop", {
        origin: s3Origin({ originPath: "site/" }),
        domain: { name: "*.example.com", hostedZoneId },
        logging: { retentionDays: 31 },
      });
    } catch (thrown) {
      error = thrown;
    }
  });
  expect(resources).toEqual([]);
  expect(error).toBeInstanceOf(ComponentInputError);
  expect(String(error)).toBe(
    [
      'ComponentInputError: EdgeFrontDoor "Shop": 4 invalid arguments',
      '  name: must be at most 24 lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it; got "Shop"; use "site"',
      '  origin.originPath: must start with / and not end with /; got "site/"; use "/prod", or leave it out',
      '  domain.name: must be a full domain name in lower case, without scheme, path or wildcard; got "*.example.com"; use "example.com"',
      "  logging.retentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; got 31",
    ].join("\n"),
  );
});

test.each(["cn-north-1", "us-gov-west-1"])("refuses %s, where CloudFront takes no ACM certificate", (region) => {
  expect(() => validateEdgeFrontDoor("site", { origin: s3Origin() }, region)).toThrow(
    `aws:region: must be in a partition where CloudFront takes ACM certificates; got "${region}"`,
  );
});

test.each([undefined, "eu-central-1", "us-east-1"])("finds CloudFront's companions from %s in us-east-1", (region) => {
  expect(validateEdgeFrontDoor("site", { origin: s3Origin() }, region)).toBe("us-east-1");
});

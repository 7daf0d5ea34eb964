import { find, type RecordedResource, tree } from "../components/record-stack";
import { ORIGIN_SECRET, ofComponent, recordEnvironment } from "./environment";

let resources: readonly RecordedResource[];
let outputs: object;

beforeAll(async () => {
  ({ resources, outputs } = await recordEnvironment("prod"));
});

const namesOf = (type: RegExp): string[] =>
  resources
    .filter((resource) => type.test(resource.type))
    .map(({ name }) => name)
    .sort();

test("is a shop, stores of merchants and a gRPC service, with the load balancer that the last needs", () => {
  expect(Object.keys(outputs)).toEqual(["storefront", "saas", "grpc"]);
  expect(["storefront", "stores", "quotes"].map((name) => ofComponent(resources, name).length)).toEqual([42, 41, 21]);
  expect(tree(resources).filter((line) => line.endsWith("| "))).toEqual([
    "aws:ec2/securityGroup:SecurityGroup | quotes-lb | ",
    "aws:ec2/securityGroup:SecurityGroup | quotes-tasks | ",
    "aws:lb/listener:Listener | quotes-lb | ",
    "aws:lb/loadBalancer:LoadBalancer | quotes-lb | ",
    "aws:lb/targetGroup:TargetGroup | quotes-lb | ",
    "aws:route53/record:Record | quotes-origin | ",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule | quotes-lb-to-tasks | ",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | quotes-tasks-from-lb | ",
    "causeway:index:EdgeFrontDoor | quotes | ",
    "causeway:index:EdgeFrontDoor | storefront | ",
    "causeway:index:TenantedFrontDoor | stores | ",
  ]);
});

test("protects what holds data, and keeps logs for a year", () => {
  expect(
    resources
      .filter(({ protect }) => protect)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    "quotes-log-bucket",
    "quotes-web-acl-log",
    "storefront-bucket",
    "storefront-key",
    "storefront-log-bucket",
    "storefront-route-images-bucket",
    "storefront-web-acl-log",
    "stores-bronze-web-acl-log",
    "stores-gold-web-acl-log",
    "stores-log-bucket",
    "stores-silver-web-acl-log",
  ]);
  const kept = resources.flatMap(({ inputs }) => inputs.retentionInDays ?? []);
  expect(kept).toEqual([365, 365, 365, 365, 365]);
  const balancers = resources.filter(({ type }) => type.endsWith(":LoadBalancer"));
  expect(balancers).toMatchObject([{ name: "quotes-lb", inputs: { enableDeletionProtection: true } }]);
});

test("tags everything with the environment and its system", () => {
  const tags = resources.flatMap(({ inputs }) => (inputs.tags === undefined ? [] : [JSON.stringify(inputs.tags)]));
  expect([...new Set(tags)].sort()).toEqual([
    '{"environment":"prod","system":"grpc"}',
    '{"environment":"prod","system":"saas"}',
    '{"environment":"prod","system":"storefront"}',
  ]);
});

describe("the shop", () => {
  test("is encrypted with a key of its own and has an API beside it", () => {
    expect(namesOf(/^aws:kms\/key:Key$/)).toEqual(["storefront-key"]);
    expect(find(resources, "storefront-distribution").inputs.orderedCacheBehaviors).toMatchObject([
      { pathPattern: "/images/*", targetOriginId: "route-images" },
      { pathPattern: "/api/*", targetOriginId: "route-api", viewerProtocolPolicy: "https-only" },
    ]);
  });

  test("counts large bodies, which its API takes, and blocks who asks too often", () => {
    const rules = JSON.stringify(find(resources, "storefront-web-acl").inputs.rules);
    expect(rules).toContain('"ruleActionOverrides":[{"actionToUse":{"count":{}},"name":"SizeRestrictions_BODY"}]');
    expect(rules).toContain("AWSManagedRulesSQLiRuleSet");
    expect(rules).toContain('"limit":2000');
  });

  test("tells operations of errors and of a slow origin", () => {
    expect(namesOf(/:MetricAlarm$/)).toEqual([
      "storefront-alarm-client-errors",
      "storefront-alarm-origin-latency",
      "storefront-alarm-server-errors",
    ]);
    expect(find(resources, "storefront-alarm-origin-latency").inputs).toMatchObject({
      region: "us-east-1",
      threshold: 2000,
      alarmActions: ["arn:aws:sns:us-east-1:123456789012:operations"],
    });
  });
});

describe("the stores", () => {
  test("are three tiers, each with a merchant", () => {
    expect(namesOf(/:MultitenantDistribution$/)).toEqual([
      "stores-bronze-distribution",
      "stores-gold-distribution",
      "stores-silver-distribution",
    ]);
    const merchants = namesOf(/:DistributionTenant$/).map((name) => find(resources, name).inputs);
    expect(merchants).toMatchObject([
      {
        distributionId: "stores-gold-distribution-id",
        domains: [{ domain: "acme.mystore.app" }, { domain: "shop.acme.example" }],
        parameters: [{ name: "store", value: "acme" }],
      },
      { distributionId: "stores-silver-distribution-id", domains: [{ domain: "globex.mystore.app" }] },
      { distributionId: "stores-bronze-distribution-id", domains: [{ domain: "initech.mystore.app" }] },
    ]);
  });

  test("ask each merchant's own server, gold through a cache of its own", () => {
    const origins = (tier: string) => [find(resources, `stores-${tier}-distribution`).inputs.origins].flat();
    expect(origins("bronze")).toMatchObject([{ domainName: "{{store}}.stores.example.com" }]);
    expect(origins("bronze")[0]).not.toHaveProperty("originShields");
    expect(origins("gold")).toMatchObject([
      { domainName: "{{store}}.stores.example.com", originShields: [{ originShieldRegion: "eu-central-1" }] },
    ]);
  });

  test("differ by what stands before them", () => {
    const rules = (tier: string) => JSON.stringify(find(resources, `stores-${tier}-web-acl`).inputs.rules);
    const has = (tier: string) =>
      ["SQLi", "AntiDDoS", "BotControl", '"limit":2000'].filter((part) => rules(tier).includes(part));
    expect([has("bronze"), has("silver"), has("gold")]).toEqual([
      [],
      ["SQLi", '"limit":2000'],
      ["SQLi", "AntiDDoS", "BotControl", '"limit":2000'],
    ]);
  });

  test("say which records merchants have to make themselves", () => {
    expect(Object.keys(Object(Reflect.get(outputs, "saas")))).toEqual(["tenantUrls", "routingEndpoints", "dnsRecords"]);
  });
});

describe("the gRPC service", () => {
  test("is reached with gRPC, through a public load balancer", () => {
    expect(find(resources, "quotes-distribution").inputs).toMatchObject({
      aliases: ["quotes.example.com"],
      defaultCacheBehavior: { grpcConfig: { enabled: true } },
      origins: [{ domainName: "quotes-origin.example.com", customOriginConfig: { originReadTimeout: 120 } }],
    });
    expect(resources.filter(({ type }) => type.endsWith(":TargetGroup"))).toMatchObject([
      { inputs: { protocol: "HTTP", protocolVersion: "GRPC", targetType: "ip", port: 50_051 } },
    ]);
  });

  test("whose listener refuses whoever lacks the secret, which stays a secret", () => {
    const listener = resources.find(({ type }) => type.endsWith("lb/listener:Listener"));
    expect(listener?.inputs).toMatchObject({
      protocol: "HTTPS",
      defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "403" } }],
    });
    const { inputs, secrets } = find(resources, "quotes-listener-rule");
    expect(inputs.conditions).toEqual([{ httpHeader: { httpHeaderName: "x-origin-verify", values: [ORIGIN_SECRET] } }]);
    expect(secrets).toContain("conditions");
    expect(find(resources, "quotes-distribution").secrets).toContain("origins");
  });

  test("whose load balancer takes calls from CloudFront alone and makes them to the tasks alone", () => {
    const rules = resources.filter(({ type }) => /SecurityGroup(In|E)gressRule$/.test(type));
    const ends = rules.map(({ name, inputs }) => [name, inputs.fromPort, inputs.toPort, inputs.prefixListId]);
    expect(ends.sort()).toEqual([
      ["quotes-ingress", 443, 443, "pl-0123456789abcdef0"],
      ["quotes-lb-to-tasks", 50_051, 50_051, undefined],
      ["quotes-tasks-from-lb", 50_051, 50_051, undefined],
    ]);
    expect(rules.filter(({ inputs }) => inputs.cidrIpv4 !== undefined || inputs.cidrIpv6 !== undefined)).toEqual([]);
    const toTasks = find(resources, "quotes-lb-to-tasks").inputs;
    const fromBalancer = find(resources, "quotes-tasks-from-lb").inputs;
    expect([toTasks.securityGroupId, toTasks.referencedSecurityGroupId]).toEqual(["quotes-lb-id", "quotes-tasks-id"]);
    expect([fromBalancer.securityGroupId, fromBalancer.referencedSecurityGroupId]).toEqual([
      "quotes-tasks-id",
      "quotes-lb-id",
    ]);
  });
});

import { find, type RecordedResource, tree } from "../components/record-stack";
import { ORIGIN_SECRET, ofComponent, recordEnvironment } from "./environment";

let resources: readonly RecordedResource[];
let outputs: object;

beforeAll(async () => {
  ({ resources, outputs } = await recordEnvironment("prod"));
});

/** Of one system: what its name is before. */
const ofSystem = (system: string, type: RegExp): RecordedResource[] =>
  resources.filter((resource) => type.test(resource.type) && resource.name.startsWith(system));

const namesOf = (system: string, type: RegExp): string[] =>
  ofSystem(system, type)
    .map(({ name }) => name)
    .sort();

test("is a shop, stores of merchants, a gRPC service with its load balancer, a private API and a checkout in two Regions", () => {
  expect(Object.keys(outputs)).toEqual(["storefront", "saas", "grpc", "orders", "checkout"]);
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
    "causeway:index:GlobalService | checkout | ",
    "causeway:index:PrivateApiOrigin | orders | ",
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
    "checkout-edge-log-bucket",
    "checkout-edge-web-acl-log",
    "checkout-eu-central-1-load-balancer-log",
    "checkout-eu-central-1-task-log",
    "checkout-eu-west-1-load-balancer-log",
    "checkout-eu-west-1-task-log",
    "checkout-global-key-eu-central-1",
    "checkout-global-key-eu-west-1",
    "checkout-global-table-carts",
    "checkout-global-table-carts-eu-west-1",
    "checkout-global-table-orders",
    "checkout-global-table-orders-eu-west-1",
    "checkout-platform-repository-eu-central-1",
    "checkout-platform-repository-eu-west-1",
    "orders-api-access-log",
    "orders-edge-log-bucket",
    "orders-edge-web-acl-log",
    "orders-load-balancer-log",
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
  const logGroups = resources.filter(({ type }) => type.endsWith(":LogGroup"));
  expect(logGroups.filter(({ inputs }) => inputs.retentionInDays !== 365).map(({ name }) => name)).toEqual([]);
  const balancers = resources.filter(({ type }) => type.endsWith(":LoadBalancer"));
  expect(balancers.map(({ name, inputs }) => [name, inputs.enableDeletionProtection]).sort()).toEqual([
    ["checkout-eu-central-1-load-balancer", true],
    ["checkout-eu-west-1-load-balancer", true],
    ["orders-load-balancer", true],
    ["quotes-lb", true],
  ]);
});

test("tags everything with the environment and its system", () => {
  const tags = resources.flatMap(({ inputs }) =>
    inputs.tags === undefined ? [] : [JSON.stringify({ ...Object(inputs.tags), Name: undefined })],
  );
  expect([...new Set(tags)].sort()).toEqual([
    '{"environment":"prod","system":"checkout"}',
    '{"environment":"prod","system":"grpc"}',
    '{"environment":"prod","system":"orders"}',
    '{"environment":"prod","system":"saas"}',
    '{"environment":"prod","system":"storefront"}',
  ]);
});

describe("the shop", () => {
  test("is encrypted with a key of its own and has an API beside it", () => {
    expect(namesOf("storefront", /^aws:kms\/key:Key$/)).toEqual(["storefront-key"]);
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
    expect(namesOf("storefront", /:MetricAlarm$/)).toEqual([
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
    expect(namesOf("stores", /:MultitenantDistribution$/)).toEqual([
      "stores-bronze-distribution",
      "stores-gold-distribution",
      "stores-silver-distribution",
    ]);
    const merchants = namesOf("stores", /:DistributionTenant$/).map((name) => find(resources, name).inputs);
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
    expect(ofSystem("quotes", /:TargetGroup$/)).toMatchObject([
      { inputs: { protocol: "HTTP", protocolVersion: "GRPC", targetType: "ip", port: 50_051 } },
    ]);
  });

  test("whose listener refuses whoever lacks the secret, which stays a secret", () => {
    const [listener] = ofSystem("quotes", /lb\/listener:Listener$/);
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
    const rules = ofSystem("quotes", /SecurityGroup(In|E)gressRule$/);
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

describe("the private API", () => {
  test("answers two routes by the function that is there, and is named by its front door alone", () => {
    expect(namesOf("orders", /lambda\/permission/)).toEqual([
      "orders-invoke-get-orders-id",
      "orders-invoke-post-orders",
    ]);
    expect(find(resources, "orders-api").inputs).toMatchObject({
      endpointConfiguration: { types: "PRIVATE" },
    });
    expect(find(resources, "orders-load-balancer").inputs).toMatchObject({ internal: true });
    expect(namesOf("orders", /route53\/record/).filter((name) => !name.includes("validation"))).toEqual([
      "orders-edge-a-orders.example.com",
      "orders-edge-aaaa-orders.example.com",
    ]);
  });
});

describe("the checkout", () => {
  const REGIONS = ["eu-central-1", "eu-west-1"];

  test("keeps data in its two Regions alone, each with tables, key, images and logs", () => {
    const holders = ofSystem("checkout", /:(Table|TableReplica|Key|ReplicaKey|Repository|LogGroup|Bucket)$/);
    const regionsOf = (type: RegExp) =>
      holders.filter((holder) => type.test(holder.type)).map(({ inputs }) => inputs.region);
    expect([...new Set(regionsOf(/:(Table|TableReplica)$/))].sort()).toEqual(REGIONS);
    expect(regionsOf(/:Repository$/).sort()).toEqual(REGIONS);
    // The front door's firewall log is the one thing beyond them; nothing says so of the home Region, which is the provider's.
    expect([...new Set(holders.map(({ inputs }) => inputs.region ?? "eu-central-1"))].sort()).toEqual([
      ...REGIONS,
      "us-east-1",
    ]);
    const beyond = holders.filter(({ inputs }) => inputs.region === "us-east-1");
    expect(beyond.map(({ name }) => name)).toEqual(["checkout-edge-web-acl-log"]);
  });

  test("serves from both of them, and reads the catalogue from the next one where the nearest fails", () => {
    expect(namesOf("checkout", /ecs\/service:Service$/)).toHaveLength(2);
    expect(find(resources, "checkout-edge-distribution").inputs).toMatchObject({
      orderedCacheBehaviors: [{ pathPattern: "/catalogue/*" }],
    });
  });
});

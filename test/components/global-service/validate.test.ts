// What is wrong with names, tables, the origin and experiments, and that all of it is told at once.

import {
  CapacityKind,
  ComponentInputError,
  FaultInjectionExperiment,
  GlobalService,
  type GlobalServiceArgs,
} from "../../../components";
import { recordStack } from "../record-stack";
import { linesOf } from "./lines-of";
import { frankfurt, ireland, service } from "./serve";

test.each(["a", "shop", "shop-2", "a".repeat(16)])("takes the name %s", (name) => {
  expect(linesOf({}, name)).toEqual([]);
});

test.each(["", "Shop", "2shop", "shop_a", "shop-", "shop--a", "a".repeat(17)])("refuses the name %j", (name) => {
  expect(linesOf({}, name)).toEqual([
    `name: must be at most 16 lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it; got ${JSON.stringify(name)}; use "checkout"`,
  ]);
});

test("refuses names with which AWS begins its own", () => {
  expect(linesOf({}, "sg-shop")).toEqual([
    'name: must not begin with sg-, as the ids of security groups do; got "sg-shop"',
  ]);
  for (const name of ["aws-shop", "ecs", "fargates"]) {
    expect(linesOf({}, name)).toEqual([]);
    expect(linesOf({ capacity: { kind: CapacityKind.Ec2Spot } }, name)).toEqual([
      `name and capacity.kind: must not begin with aws, ecs or fargate: ECS keeps such names of capacity providers to itself; got "${name}"`,
    ]);
  }
});

describe("refuses for tables", () => {
  const key = { name: "id" };
  const named = "have a name of at most 24 lower-case letters, digits and single hyphens";
  const CASES: [string, object, string[]][] = [
    ["capitals", { Orders: { partitionKey: key } }, [`tables.Orders: must ${named}; got "Orders"`]],
    [
      "a long name",
      { ["o".repeat(25)]: { partitionKey: key } },
      [`tables.${"o".repeat(25)}: must ${named}; got "${"o".repeat(25)}"`],
    ],
    ["nothing", { orders: {} }, ["tables.orders.partitionKey.name: must have 1 to 255 characters"]],
    [
      "a key without a name",
      { orders: { partitionKey: { name: "" } } },
      ['tables.orders.partitionKey.name: must have 1 to 255 characters; got ""'],
    ],
    [
      "a type that is none",
      { orders: { partitionKey: { ...key, type: "L" }, sortKey: { name: "at", type: "X" } } },
      [
        'tables.orders.partitionKey.type: must be one of "S", "N", "B"; got "L"',
        'tables.orders.sortKey.type: must be one of "S", "N", "B"; got "X"',
      ],
    ],
    [
      "one attribute for both keys",
      { orders: { partitionKey: key, sortKey: key } },
      ['tables.orders.partitionKey.name and tables.orders.sortKey.name: must differ; got "id"'],
    ],
    [
      "a key that expires",
      { orders: { partitionKey: key, ttlAttribute: "id" } },
      ['tables.orders.ttlAttribute: must be an attribute\'s name and no key; got "id"'],
    ],
  ];

  test.each(CASES)("%s", (_title, tables, lines) => {
    expect(linesOf({ tables })).toEqual(lines);
  });
});

describe("refuses for the origin's name", () => {
  const full =
    "originDomain.name: must be a full domain name in lower case of at most 64 characters, without scheme, path or wildcard";
  const use = 'use "checkout-origin.example.com"';
  const zone = { hostedZoneId: "Z1" };
  const long = `${"a".repeat(60)}.io`;

  test.each<[string, object | undefined, string[]]>([
    ["nothing", undefined, [`${full}; ${use}`, "originDomain.hostedZoneId: must be given"]],
    ["no zone", { name: "o.example.com" }, ["originDomain.hostedZoneId: must be given"]],
    ["a wildcard", { ...zone, name: "*.example.com" }, [`${full}; got "*.example.com"; ${use}`]],
    ["a URL", { ...zone, name: "https://example.com" }, [`${full}; got "https://example.com"; ${use}`]],
    [
      "65 characters",
      { ...zone, name: `${"a".repeat(53)}.example.com` },
      [`${full}; got "${"a".repeat(53)}.example.com"; ${use}`],
    ],
    [
      "a first part before which the fallback does not fit",
      { ...zone, name: long },
      [
        `originDomain.name: must have a first part so short that "fallback-" fits before it, within 63 characters; got "${long}"`,
      ],
    ],
  ])("%s", (_title, originDomain, lines) => {
    expect(linesOf({ originDomain })).toEqual(lines);
  });

  test("and takes the longest that fits", () => {
    expect(linesOf({ originDomain: { ...zone, name: `${"a".repeat(54)}.io` } })).toEqual([]);
  });
});

describe("refuses for experiments", () => {
  const { RegionConnectivity, ReplicationPause, TaskKill } = FaultInjectionExperiment;
  test.each<[string, Partial<GlobalServiceArgs>, string[]]>([
    [
      "none",
      { faultInjection: { experiments: [] } },
      ["faultInjection.experiments: must name experiments, each once; got []"],
    ],
    [
      "one twice",
      { faultInjection: { experiments: [TaskKill, TaskKill] } },
      ['faultInjection.experiments: must name experiments, each once; got ["task-kill","task-kill"]'],
    ],
    [
      "a pause of nothing",
      { faultInjection: { experiments: [ReplicationPause] }, tables: {} },
      [
        'faultInjection.experiments and tables: must not contradict each other: without tables nothing replicates; got "replication-pause"',
      ],
    ],
    [
      "a Region that is alone to be cut off",
      { faultInjection: { experiments: [RegionConnectivity] }, regions: [frankfurt] },
      [
        'faultInjection.experiments and regions: must not contradict each other: there is no other Region to be cut off from; got "region-connectivity"',
      ],
    ],
    [
      "more than half a day",
      { faultInjection: { durationMinutes: 721 } },
      ["faultInjection.durationMinutes: must be a whole number from 1 to 720; got 721"],
    ],
  ])("%s", (_title, changes, lines) => {
    expect(linesOf(changes)).toEqual(lines);
  });

  test("what is no experiment", () => {
    expect(linesOf({ faultInjection: { experiments: ["chaos"] } })).toEqual([
      'faultInjection.experiments[0]: must be one of "zone-power-loss", "region-connectivity", "task-kill", "replication-pause"; got "chaos"',
    ]);
  });
});

test("all of it is told in one error, and nothing has been registered then", async () => {
  const thrown: unknown[] = [];
  const { resources } = await recordStack(() => {
    try {
      new GlobalService("Shop", {
        ...service(),
        regions: [frankfurt, { ...ireland, cidrBlock: "10.0.128.0/17", availabilityZoneIds: ["euw1-az1"] }, frankfurt],
        homeRegion: "us-east-1",
        container: { port: 0 },
        secretHeader: { value: "short" },
        frontDoor: {
          domain: {
            name: "shop-origin.example.com",
            existingCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/a",
          },
        },
      });
    } catch (error) {
      thrown.push(error);
    }
  });
  expect(resources).toEqual([]);
  expect(thrown).toEqual([expect.any(ComponentInputError)]);
  expect(String(thrown[0]).split("\n")).toEqual([
    'ComponentInputError: GlobalService "Shop": 11 invalid arguments',
    expect.stringMatching(/^ {2}name: must be at most 16 /),
    '  regions[1].availabilityZoneIds: must be 2 to 8 different zones; got ["euw1-az1"]; use ["euc1-az1", "euc1-az2"]',
    '  regions[0].region and regions[2].region: must differ; got "eu-central-1"',
    expect.stringMatching(/^ {2}regions\[0\]\.cidrBlock and regions\[1\]\.cidrBlock: must not overlap/),
    expect.stringMatching(/^ {2}regions\[0\]\.cidrBlock and regions\[2\]\.cidrBlock: must not overlap/),
    expect.stringMatching(/^ {2}regions\[1\]\.cidrBlock and regions\[2\]\.cidrBlock: must not overlap/),
    '  homeRegion: must be one of the regions; got "us-east-1"; use "eu-central-1" or "eu-west-1"',
    "  container.port: must be a whole number from 1 to 65535; got 0",
    "  secretHeader.value: must have 16 to 128 characters; got 5",
    expect.stringMatching(/^ {2}frontDoor\.domain\.existingCertificateArn: must be a certificate in us-east-1/),
    '  originDomain.name and frontDoor.domain: must differ: the front door would call itself; got "shop-origin.example.com"',
  ]);
});

// What is wrong with the container, with what it runs on, and with how many there are.

import { CapacityKind } from "../../../components";
import { linesOf } from "./lines-of";

const digest = "be sha256: and 64 hexadecimal digits: a tag may mean another image in each Region";
const steps = (cpu: number, range: string): string =>
  `container.memory and container.cpu: must fit: Fargate gives ${cpu} CPU units ${range}`;

describe("refuses for the container", () => {
  const CASES: [string, object | undefined, string[]][] = [
    ["nothing", undefined, ["container: must be given; use { port: 8080 } to begin with"]],
    ["no port", {}, ["container.port: must be given"]],
    ["a port that is none", { port: 65_536 }, ["container.port: must be a whole number from 1 to 65535; got 65536"]],
    ["a tag", { port: 80, imageDigest: "latest" }, [`container.imageDigest: must ${digest}; got "latest"`]],
    [
      "a digest that is too short",
      { port: 80, imageDigest: "sha256:4f53" },
      [`container.imageDigest: must ${digest}; got "sha256:4f53"`],
    ],
    [
      "a health check at a name",
      { port: 80, healthCheckPath: "health" },
      [
        'container.healthCheckPath: must be a path that starts with /, without blanks, of at most 1024 characters; got "health"; use "/health"',
      ],
    ],
    [
      "a processor that Fargate has not",
      { port: 80, cpu: 300 },
      ["container.cpu: must be one of 256, 512, 1024, 2048, 4096, 8192, 16384; got 300"],
    ],
    [
      "too much memory",
      { port: 80, memory: 4096 },
      [`${steps(256, "512 to 2048 megabytes, in steps of 512 and 1024")}; got 4096`],
    ],
    [
      "memory that is between",
      { port: 80, memory: 1536 },
      [`${steps(256, "512 to 2048 megabytes, in steps of 512 and 1024")}; got 1536`],
    ],
    [
      "memory off the steps",
      { port: 80, cpu: 8192, memory: 18_432 },
      [`${steps(8192, "16384 to 61440 megabytes, in steps of 4096")}; got 18432`],
    ],
    [
      "a variable that has no name",
      { port: 80, environment: { "a-b": "x" } },
      ['container.environment.a-b: must have a name of letters, digits and underscores; got "a-b"'],
    ],
    [
      "a variable without a value",
      { port: 80, environment: { A: undefined } },
      ["container.environment.A: must be text or an output, not undefined"],
    ],
    [
      "a variable that a table has",
      { port: 80, environment: { TABLE_ORDERS: "x" } },
      [
        "container.environment.TABLE_ORDERS and tables.orders: must not both be given: the table's name is that variable",
      ],
    ],
  ];

  test.each(CASES)("%s", (_title, container, lines) => {
    expect(linesOf({ container })).toEqual(lines);
  });
});

test.each([
  [256, 2048],
  [512, 1024],
  [1024, 8192],
  [4096, 30_720],
  [16_384, 122_880],
])("takes %d CPU units with %d megabytes on Fargate", (cpu, memory) => {
  expect(linesOf({ container: { port: 80, cpu, memory } })).toEqual([]);
});

test("takes what an instance has for instances", () => {
  const capacity = { kind: CapacityKind.Ec2Spot };
  expect(linesOf({ capacity, container: { port: 80, cpu: 300, memory: 700 } })).toEqual([]);
  expect(linesOf({ capacity, container: { port: 80, cpu: 64, memory: 3 } })).toEqual([
    "container.cpu: must be a whole number from 128 to 196608; got 64",
    "container.memory: must be a whole number from 4 to 1048576; got 3",
  ]);
});

describe("refuses for capacity and scaling", () => {
  const { Fargate, Ec2Spot } = CapacityKind;
  const contradiction = "must not contradict each other: this kind has no such thing";
  const CASES: [string, object, string[]][] = [
    ["another kind", { capacity: { kind: "ec2" } }, ['capacity.kind: must be one of "fargate", "ec2-spot"; got "ec2"']],
    [
      "instances on Fargate",
      { capacity: { instanceTypes: ["m7g.large"], maxInstances: 2 } },
      [
        `capacity.instanceTypes and capacity.kind: ${contradiction}; got "fargate"`,
        `capacity.maxInstances and capacity.kind: ${contradiction}; got "fargate"`,
      ],
    ],
    [
      "shares of Fargate on instances",
      { capacity: { kind: Ec2Spot, onDemandBase: 0, spotPercent: 0 } },
      [
        `capacity.onDemandBase and capacity.kind: ${contradiction}; got "ec2-spot"`,
        `capacity.spotPercent and capacity.kind: ${contradiction}; got "ec2-spot"`,
      ],
    ],
    [
      "numbers out of range",
      { capacity: { kind: Fargate, onDemandBase: -1, spotPercent: 101 } },
      [
        "capacity.onDemandBase: must be a whole number from 0 to 1000; got -1",
        "capacity.spotPercent: must be a whole number from 0 to 100; got 101",
      ],
    ],
    [
      "no types, or no instances",
      { capacity: { kind: Ec2Spot, instanceTypes: [], maxInstances: 0 } },
      [
        "capacity.instanceTypes: must name at least one type, or be left out; got []",
        "capacity.maxInstances: must be a whole number from 1 to 1000; got 0",
      ],
    ],
    [
      "types with other processors, or twice",
      { capacity: { kind: Ec2Spot, instanceTypes: ["m7i.large", "m7g.large", "g4dn.xlarge", "m7g.large"] } },
      [
        'capacity.instanceTypes: must be types with Graviton processors; got "m7i.large"; use "m7g.large"',
        'capacity.instanceTypes: must be types with Graviton processors; got "g4dn.xlarge"; use "m7g.large"',
        'capacity.instanceTypes: must name each type once; got ["m7i.large","m7g.large","g4dn.xlarge","m7g.large"]',
      ],
    ],
    ["no tasks", { scaling: { minTasks: 0 } }, ["scaling.minTasks: must be a whole number from 1 to 5000; got 0"]],
    [
      "fewer at most than at least, by default as well",
      { scaling: { maxTasks: 1 } },
      ["scaling.minTasks and scaling.maxTasks: must be given so that the first is not above the second; got [2,1]"],
    ],
    [
      "more than all of a processor",
      { scaling: { cpuPercent: 101 } },
      ["scaling.cpuPercent: must be a whole number from 1 to 100; got 101"],
    ],
  ];

  test.each(CASES)("%s", (_title, changes, lines) => {
    expect(linesOf(changes)).toEqual(lines);
  });

  test.each(["t4g.medium", "c7gn.xlarge", "im4gn.large", "x2gd.metal", "r8gb.48xlarge", "hpc7g.16xlarge"])(
    "but not %s, which has Graviton",
    (type) => {
      expect(linesOf({ capacity: { kind: Ec2Spot, instanceTypes: [type] } })).toEqual([]);
    },
  );
});

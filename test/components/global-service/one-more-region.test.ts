// A service that is deployed, and then changed: what the preview shows. What it does not know it shows as changed, or as replaced.

import { CapacityKind, type GlobalServiceArgs } from "../../../components";
import { comparePlans, type PlanChanges, UNKNOWN } from "../compare-plans";
import { frankfurt, imageDigest, ireland, serve, stockholm } from "./serve";

type Changes = Partial<GlobalServiceArgs>;

async function change(from: Changes, to: Changes): Promise<PlanChanges> {
  const { resources: deployed } = await serve(from);
  const { resources } = await serve(to, { preview: true, deployed });
  return comparePlans(deployed, resources);
}

const two = [frankfurt, ireland];
const three = [...two, stockholm];
const REPLICATION = "shop-platform-replication replicationConfiguration";

/** What ECR copies images to, of a change. */
function destinationsIn({ updated }: PlanChanges): string[] {
  const written = JSON.stringify(updated[REPLICATION] ?? {});
  return [...written.matchAll(/"region":"([^"]+)"/g)].map(([, region = ""]) => region);
}

const VARIANTS: [string, Changes][] = [
  ["by itself", {}],
  ["without tables", { tables: {} }],
  [
    "with everything there is",
    {
      frontDoor: { domain: { name: "shop.example.com", hostedZoneId: "Z1" }, readPaths: ["/catalog/*"] },
      tables: {
        orders: { partitionKey: { name: "id" } },
        carts: { partitionKey: { name: "id" }, ttlAttribute: "until" },
      },
      internetAccess: true,
      faultInjection: {},
    },
  ],
  ["on instances", { capacity: { kind: CapacityKind.Ec2Spot }, faultInjection: {} }],
  ["before there is an image", { container: { port: 8080 } }],
];

describe.each(VARIANTS)("a service %s", (_title, variant) => {
  test("is what it was as long as nobody changes it", async () => {
    expect(await change(variant, variant)).toEqual({ created: [], deleted: [], updated: {} });
  });

  test("takes one more Region: nothing of the others changes or gets unknown, and ECR copies there as well", async () => {
    const plan = await change({ ...variant, regions: two }, { ...variant, regions: three });
    expect(plan.created.length).toBeGreaterThan(30);
    expect(plan.created.filter((line) => !line.includes("eu-north-1"))).toEqual([]);
    expect(plan.deleted).toEqual([]);
    expect(Object.keys(plan.updated)).toEqual([REPLICATION]);
    expect(destinationsIn(plan)).toEqual(["eu-west-1", "eu-north-1"]);
    expect(JSON.stringify(plan.updated)).not.toContain(UNKNOWN);
  });

  test("gives it back: nothing of the others changes but where ECR copies to", async () => {
    const plan = await change({ ...variant, regions: three }, { ...variant, regions: two });
    expect(plan.created).toEqual([]);
    expect(plan.deleted.length).toBeGreaterThan(30);
    expect(plan.deleted.filter((line) => !line.includes("eu-north-1"))).toEqual([]);
    expect(Object.keys(plan.updated)).toEqual([REPLICATION]);
    expect(destinationsIn(plan)).toEqual(["eu-west-1"]);
  });
});

test("the comparison is not blind: what has not been deployed is unknown to a preview", async () => {
  const { resources: deployed } = await serve();
  const { updated } = comparePlans(deployed, (await serve({}, { preview: true })).resources);
  expect(updated["shop-eu-central-1-private-euc1-az1 vpcId"]).toBe(UNKNOWN);
});

test("a second Region changes nothing of the first, which gets a neighbour", async () => {
  const plan = await change({ regions: [frankfurt] }, { regions: two });
  const ofFirst = plan.created.filter((line) => !line.includes("eu-west-1"));
  expect(ofFirst).toEqual([
    "aws:ecr/replicationConfiguration:ReplicationConfiguration | shop-platform-replication | shop-platform",
    "aws:route53/record:Record | shop-eu-central-1-fallback | shop",
  ]);
  expect([plan.deleted, plan.updated]).toEqual([[], {}]);
});

test("a Region that comes first in the list becomes the neighbour of the home Region, and nothing else changes", async () => {
  const plan = await change({ regions: two }, { regions: [stockholm, ...two] });
  expect(Object.keys(plan.updated).sort()).toEqual([
    "shop-eu-central-1-fallback aliases",
    "shop-eu-central-1-fallback healthCheckId",
    REPLICATION,
  ]);
  expect(plan.deleted).toEqual([]);
});

test("the order of the others is none of anything but the home Region's neighbour and ECR's list", async () => {
  const plan = await change({ regions: three }, { regions: [stockholm, ireland, frankfurt] });
  expect([plan.created, plan.deleted]).toEqual([[], []]);
  expect(Object.keys(plan.updated).sort()).toEqual([
    "shop-eu-central-1-fallback aliases",
    "shop-eu-central-1-fallback healthCheckId",
    REPLICATION,
  ]);
  expect(JSON.stringify(plan.updated)).not.toContain(UNKNOWN);
});

test("another image makes another task in each Region, and touches nothing else", async () => {
  const other = imageDigest.replace("4f", "5e");
  const plan = await change({}, { container: { imageDigest: other, port: 8080 } });
  expect([plan.created, plan.deleted]).toEqual([[], []]);
  expect(Object.keys(plan.updated).sort()).toEqual([
    "shop-eu-central-1-task containerDefinitions",
    "shop-eu-west-1-task containerDefinitions",
  ]);
});

test("a Region that waited for the image gets its tasks, and nothing else changes", async () => {
  const waiting = [...two, { ...stockholm, runsTasks: false }];
  const plan = await change({ regions: waiting }, { regions: three });
  expect(plan.created.map((line) => line.split(" | ")[1]).sort()).toEqual([
    "shop-eu-north-1-fargate-service",
    "shop-eu-north-1-scaling",
    "shop-eu-north-1-scaling-target",
    "shop-eu-north-1-task",
    "shop-eu-north-1-task-log",
  ]);
  expect([plan.deleted, plan.updated]).toEqual([[], {}]);
});

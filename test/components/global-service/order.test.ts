// What waits for what. `pulumi up` follows these edges and `pulumi destroy` follows them backwards.

import { CapacityKind } from "../../../components";
import { find, follows, type RecordedResource } from "../record-stack";
import { serve } from "./serve";

const [HOME, OTHER] = ["eu-central-1", "eu-west-1"] as const;
let resources: readonly RecordedResource[];

beforeAll(async () => {
  ({ resources } = await serve({ frontDoor: { readPaths: ["/catalog/*"] }, internetAccess: true, faultInjection: {} }));
});

const inBoth = (...pairs: [string, string][]): [string, string][] =>
  [HOME, OTHER].flatMap((region) =>
    pairs.map(([later, earlier]): [string, string] => [later.replaceAll("R", region), earlier.replaceAll("R", region)]),
  );

test.each([
  // Destroying starts with CloudFront and the names it calls, and ends with data and networks. The engine makes a component's children
  // after what the component waits for, and deletes them before.
  ...inBoth(
    ["shop-edge", "shop-R-origin"],
    ["shop-edge", "shop-R-fallback"],
    ["shop-edge", "shop-R-fargate-service"],
    ["shop-edge", "shop-R-listener"],
    ["shop-R-origin", "shop-R-load-balancer"],
    ["shop-R-origin", "shop-R-health-check"],
    ["shop-R-health-check", "shop-R-no-healthy-task"],
    ["shop-R-no-healthy-task", "shop-R-target-group"],
    // Load balancers take no certificate that is not issued yet.
    ["shop-R-listener", "shop-global-certificate-validation-R"],
    ["shop-R-listener", "shop-R-load-balancer"],
    ["shop-R-load-balancer", "shop-R-public-default"],
    // ECS takes no target group without a load balancer, and tasks start with what they reach.
    ["shop-R-fargate-service", "shop-R-listener-rule"],
    ["shop-R-fargate-service", "shop-R-task"],
    ["shop-R-fargate-service", "shop-R-endpoint-ecr-dkr"],
    ["shop-R-fargate-service", "shop-R-endpoint-s3"],
    ["shop-R-scaling", "shop-R-scaling-target"],
    ["shop-R-scaling-target", "shop-R-fargate-service"],
    // Tasks may read and write before there are any.
    ["shop-R-task", "shop-global-task-policy"],
    ["shop-R-task", "shop-platform-execution-policy"],
    ["shop-R-task", "shop-R-task-log"],
    ["shop-R-task", "shop-global-table-orders"],
    // A table goes before its key, and the key's policy with the key.
    ["shop-global-key-policy-R", "shop-global-key-R"],
  ),
  ["shop-global-table-orders", `shop-global-key-policy-${HOME}`],
  [`shop-global-table-orders-${OTHER}`, `shop-global-key-policy-${OTHER}`],
  // DynamoDB deletes no table that is being replicated.
  [`shop-global-table-orders-${OTHER}`, "shop-global-table-orders"],
  [`shop-${OTHER}-task`, `shop-global-table-orders-${OTHER}`],
  // The fallback leads to the neighbour.
  [`shop-${HOME}-fallback`, `shop-${OTHER}-load-balancer`],
  [`shop-${OTHER}-fallback`, `shop-${HOME}-load-balancer`],
  // ECR would make a repository that is not there, with settings of its own.
  ["shop-platform-replication", `shop-platform-repository-${HOME}`],
  ["shop-platform-replication", `shop-platform-repository-${OTHER}`],
])("%s follows %s", (later, earlier) => {
  expect(follows(resources, later, earlier)).toBe(true);
});

/** Everything that must be there before. */
function allBefore(name: string, seen = new Set<string>()): Set<string> {
  for (const earlier of find(resources, name).dependencies) {
    if (!seen.has(earlier)) {
      seen.add(earlier);
      allBefore(earlier, seen);
    }
  }
  return seen;
}

test.each([
  [HOME, OTHER],
  [OTHER, HOME],
])("nothing in %s waits for anything in %s: each can be made and lost without the other", (region, other) => {
  const own = resources.filter(({ parent, custom }) => custom && parent === `shop-${region}`);
  expect(own.length).toBeGreaterThan(30);
  for (const { name } of own) {
    expect([name, [...allBefore(name)].filter((earlier) => earlier.startsWith(`shop-${other}`))]).toEqual([name, []]);
  }
});

test("no replica is made for the home Region, and nothing of it waits for the others' replicas", () => {
  expect(resources.filter(({ name }) => name === `shop-global-table-orders-${HOME}`)).toEqual([]);
  expect(follows(resources, `shop-${HOME}-task`, `shop-global-table-orders-${OTHER}`)).toBe(false);
});

test("on instances, tasks leave before what they run on", async () => {
  const { resources: made } = await serve({ capacity: { kind: CapacityKind.Ec2Spot } });
  const service = `shop-${HOME}-ec2-spot-service`;
  const kinds = [
    "autoscaling/group:Group",
    "ecs/capacityProvider:CapacityProvider",
    "ecs/clusterCapacityProviders:ClusterCapacityProviders",
  ];
  for (const kind of kinds) {
    const [found] = made.filter(({ type, parent }) => type === `aws:${kind}` && parent === `shop-${HOME}`);
    expect([kind, follows(made, service, found?.name ?? "")]).toEqual([kind, true]);
  }
});

test("CloudFront's distribution is a child of what waits for the Regions", () => {
  expect(find(resources, "shop-edge-distribution").parent).toBe("shop-edge");
});

test("what holds data is protected, and nothing else", () => {
  const protectedTypes = new Set(resources.filter(({ protect }) => protect).map(({ type }) => type));
  expect([...protectedTypes].sort()).toEqual([
    "aws:cloudwatch/logGroup:LogGroup",
    "aws:dynamodb/table:Table",
    "aws:dynamodb/tableReplica:TableReplica",
    "aws:ecr/repository:Repository",
    "aws:kms/key:Key",
    "aws:s3/bucket:Bucket",
  ]);
});

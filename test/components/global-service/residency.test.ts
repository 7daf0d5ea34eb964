// Where data may be: in the Regions that are allowed, and nothing is made of what would put it elsewhere.

import {
  ComponentInputError,
  GlobalService,
  type GlobalServiceArgs,
  type ServiceRegionArgs,
} from "../../../components";
import { recordStack } from "../record-stack";
import { frankfurt, ireland, type Served, serve, service, stockholm } from "./serve";

const allowedRegions = ["eu-central-1", "eu-west-1"];
const virginia: ServiceRegionArgs = {
  region: "us-east-1",
  cidrBlock: "10.3.0.0/16",
  availabilityZoneIds: ["use1-az1", "use1-az2"],
};

/** Where tables are written to and images copied to. */
function destinationsOf({ ofType }: Served): Record<string, unknown> {
  const regionOf = ({ inputs }: { inputs: Record<string, unknown> }) => inputs.region;
  return {
    tables: ofType("aws:dynamodb/table:Table").map(regionOf),
    replicas: ofType("aws:dynamodb/tableReplica:TableReplica").map(regionOf),
    images: ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration").map(({ inputs }) => [
      inputs.region,
      [...JSON.stringify(inputs.replicationConfiguration).matchAll(/"region":"([^"]+)"/g)].map(([, region]) => region),
    ]),
  };
}

test("tables and images go to the Regions of the service, and to no other that is allowed", async () => {
  expect(destinationsOf(await serve({ allowedRegions: [...allowedRegions, "eu-north-1"] }))).toEqual({
    tables: ["eu-central-1"],
    replicas: ["eu-west-1"],
    images: [["eu-central-1", ["eu-west-1"]]],
  });
});

test("everything says in which Region it is, which is one of those allowed, but what has none", async () => {
  const { resources } = await serve({ allowedRegions, internetAccess: true, faultInjection: {} });
  const regionless = new Set<string>();
  for (const { type, name, inputs, custom } of resources) {
    if (custom && inputs.region === undefined) {
      regionless.add(type);
    } else if (custom) {
      expect([name, allowedRegions.includes(String(inputs.region))]).toEqual([name, true]);
    }
  }
  expect([...regionless].sort()).toEqual([
    "aws:iam/role:Role",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:route53/healthCheck:HealthCheck",
    "aws:route53/record:Record",
  ]);
});

test("of CloudFront there is more in its own Region, which holds no table and no image", async () => {
  const { resources } = await serve({ allowedRegions, frontDoor: {} });
  const elsewhere = resources.filter(({ inputs }) => inputs.region === "us-east-1");
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.filter(({ parent, type }) => parent !== "shop-edge" || /^aws:(dynamodb|ecr)\//.test(type))).toEqual(
    [],
  );
});

const OUTSIDE: [string, Partial<GlobalServiceArgs>, string][] = [
  ["a replica and a copy elsewhere", { regions: [frankfurt, virginia] }, "us-east-1"],
  [
    "a replica elsewhere, with images of the account's own",
    { regions: [frankfurt, virginia], manageImageReplication: false },
    "us-east-1",
  ],
  ["copies of images elsewhere, without tables", { regions: [frankfurt, virginia], tables: {} }, "us-east-1"],
  ["a neighbouring country", { regions: [frankfurt, ireland, stockholm] }, "eu-north-1"],
  ["a Region that waits for its image", { regions: [frankfurt, { ...virginia, runsTasks: false }] }, "us-east-1"],
  ["the table itself elsewhere", { regions: [virginia, frankfurt], homeRegion: "us-east-1" }, "us-east-1"],
];

test.each(OUTSIDE)("%s is refused before there is anything", async (_title, changes, outside) => {
  let error: unknown;
  const { resources } = await recordStack(() => {
    try {
      new GlobalService("shop", service({ allowedRegions, ...changes }));
    } catch (thrown) {
      error = thrown;
    }
  });
  expect(error).toBeInstanceOf(ComponentInputError);
  const index = changes.regions?.findIndex(({ region }) => region === outside);
  expect(String(error)).toBe(
    [
      'ComponentInputError: GlobalService "shop": 1 invalid argument',
      `  regions[${index}].region and allowedRegions: must not contradict each other: data may only be in the Regions allowed; got "${outside}"; use "eu-central-1" or "eu-west-1"`,
    ].join("\n"),
  );
  expect(resources).toEqual([]);
});

test.each(OUTSIDE)("%s is taken where nobody says what is allowed", async (_title, changes) => {
  const { resources } = await serve(changes);
  expect(resources.length).toBeGreaterThan(0);
});

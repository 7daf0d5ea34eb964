// Where the names lead that CloudFront calls: to the nearest Region that is healthy, and in the fallback's case to its neighbour.

import * as pulumi from "@pulumi/pulumi";
import { type GlobalServiceArgs, httpOrigin, originGroup } from "../../../components";
import { known } from "../record-stack";
import { frankfurt, hostedZoneId, ireland, type Served, secret, serve, stockholm } from "./serve";

const NAMES = { origin: "shop-origin.example.com", fallback: "fallback-shop-origin.example.com" };

function record(role: keyof typeof NAMES, region: string, target: string) {
  return {
    zoneId: hostedZoneId,
    name: NAMES[role],
    type: "A",
    setIdentifier: region,
    latencyRoutingPolicies: [{ region }],
    healthCheckId: `shop-${target}-health-check-id`,
    aliases: [
      {
        name: `internal-shop-${target}-load-balancer-0.${target}.elb.amazonaws.com`,
        zoneId: `Z-ELB-${target}`,
        evaluateTargetHealth: true,
      },
    ],
  };
}

/** `<region> <role>` and what it leads to. */
function recordsOf({ ofType }: Served): Record<string, unknown> {
  const records = ofType("aws:route53/record:Record").filter(({ parent }) => parent === "shop");
  return Object.fromEntries(records.map(({ name, inputs }) => [name.replace("shop-", ""), inputs]));
}

const [F, I, S] = ["eu-central-1", "eu-west-1", "eu-north-1"] as const;

test.each<[string, Partial<GlobalServiceArgs>, Record<string, unknown>]>([
  [
    "one Region leads to itself, and has no neighbour",
    { regions: [frankfurt] },
    { [`${F}-origin`]: record("origin", F, F) },
  ],
  [
    "two Regions are each other's neighbours",
    {},
    {
      [`${F}-origin`]: record("origin", F, F),
      [`${I}-origin`]: record("origin", I, I),
      [`${F}-fallback`]: record("fallback", F, I),
      [`${I}-fallback`]: record("fallback", I, F),
    },
  ],
  [
    "of three, the home Region's neighbour is the first other one, and it is the neighbour of all others",
    { regions: [stockholm, frankfurt, ireland], homeRegion: I },
    {
      [`${F}-origin`]: record("origin", F, F),
      [`${I}-origin`]: record("origin", I, I),
      [`${S}-origin`]: record("origin", S, S),
      [`${F}-fallback`]: record("fallback", F, I),
      [`${I}-fallback`]: record("fallback", I, S),
      [`${S}-fallback`]: record("fallback", S, I),
    },
  ],
])("%s", async (_title, changes, records) => {
  expect(recordsOf(await serve(changes))).toEqual(records);
});

describe("whoever has a front door of their own", () => {
  const server = (domainName: string, connectionAttempts?: number) =>
    httpOrigin({ domainName, connectionAttempts, customHeaders: { "x-origin-verify": secret } });

  /** What an origin was made from, with headers as texts. */
  async function shown(origin: object): Promise<unknown> {
    const text = await known(pulumi.jsonStringify(origin));
    return JSON.parse(String(text));
  }

  test("gets the nearest Region as an origin that sends the secret", async () => {
    const { shop } = await serve();
    expect(await shown(shop.origin())).toEqual(await shown(server(NAMES.origin)));
  });

  test("gets the neighbour behind it, asked after one attempt, for what only reads", async () => {
    const { shop } = await serve();
    expect(await shown(shop.readOrigin())).toEqual(
      await shown(originGroup({ primary: server(NAMES.origin, 1), secondary: server(NAMES.fallback) })),
    );
  });

  test("gets the one Region for both", async () => {
    const { shop } = await serve({ regions: [frankfurt] });
    expect(shop.readOrigin()).toBe(shop.origin());
  });
});

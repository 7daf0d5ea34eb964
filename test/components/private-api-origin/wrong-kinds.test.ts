// Arguments of programs that no compiler checked: anything at any place is either a problem that names the place, or taken.

import * as pulumi from "@pulumi/pulumi";
import { type PrivateApiOriginArgs, VpcOriginIngress } from "../../../components";
import { checkPrivateApiOrigin } from "../../../components/private-api-origin/validate";
import { type Place, pathOf, placesOf, replace } from "../places";
import { untyped } from "../untyped";
import { argsWith, existingEndpoint, frontDoor, network, orders, REGION, secret } from "./variants";

/** Every argument there is, but for `api`, which `apis` stands for. */
function everything(): object {
  const { api, ...args } = argsWith({
    network: { ...network, existingEndpoint },
    secretHeader: { name: "x-shop", value: secret, previousValue: `${secret}0` },
    routing: "listener-transform",
    ingress: VpcOriginIngress.PrefixList,
    shareWith: ["210987654321"],
    readTimeoutSeconds: 30,
    manageAccountLogging: true,
    retentionDays: 90,
    deletionProtection: true,
    tags: { team: "orders" },
  });
  return { ...args, apis: { orders: { api, pathPrefix: "/orders", hostName: frontDoor.domain?.name } }, frontDoor };
}

function problemsWith(place: Place, other: unknown) {
  return checkPrivateApiOrigin("orders", untyped<PrivateApiOriginArgs>(replace(everything(), place, other)), REGION);
}

const PLACES = placesOf(everything());

test("nothing is wrong with the arguments that are replaced here", () => {
  expect(problemsWith([], everything())).toEqual([]);
  expect(PLACES.length).toBeGreaterThanOrEqual(45);
});

test.each(PLACES.map((place) => [pathOf(place), place] as const))("null for %s is one problem", (path, place) => {
  const { use: _, ...problem } = problemsWith(place, null)[0] ?? {};
  expect(problemsWith(place, null)).toHaveLength(1);
  expect(problem).toEqual({ path, must: expect.stringMatching(/^be .+, not null$/) });
});

const circular: { self?: object } = {};
circular.self = circular;
const OTHERS = [undefined, 0, "", "text", true, [], {}, [null], [[]], [{}], { a: null }, () => 1, circular];

test.each([...OTHERS, pulumi.output({ a: 1 }), Promise.resolve("text")].map((other, index) => [index, other]))(
  "something else at any place is told there, or taken (%i)",
  (_index, other) => {
    for (const place of PLACES) {
      const problems = problemsWith(place, other);
      const isAt = ({ path }: { path: string }) => path.includes(String(place[0]));
      expect([pathOf(place), problems.length === 0 || problems.some(isAt)]).toEqual([pathOf(place), true]);
    }
  },
);

test.each([[null], [5], ["orders"], [[]], [() => 1]])("%p for all arguments is told first", (args) => {
  const [problem] = checkPrivateApiOrigin("orders", untyped(args), REGION);
  expect(problem).toEqual({ path: "arguments", must: expect.stringMatching(/^be an object, not /) });
});

test("all wrong kinds are told at once, before what is wrong with the rest, and nothing follows from them", () => {
  const args: object = {
    ...everything(),
    network: pulumi.output(network),
    apis: { orders: { api: orders, hostName: 5 } },
    secretHeader: { value: ["s3cr3t"] },
    manageAccountLogging: "false",
    frontDoor: { domain: "shop.example.com" },
    retentionDays: 31,
  };
  expect(
    checkPrivateApiOrigin("orders", untyped(args), REGION).map(
      ({ path, must }) => `${path}: must ${must.replace(/ 1, 3.*/, "")}`,
    ),
  ).toEqual([
    "network: must be an object, not an output: its value is needed before anything is created",
    "apis.orders.api: must be an API, not a function",
    "apis.orders.hostName: must be text, not a number",
    "secretHeader.value: must be text or an output, not a list",
    "frontDoor.domain: must be an object, not text",
    "manageAccountLogging: must be true or false, not text",
    "retentionDays: must be one of",
  ]);
});

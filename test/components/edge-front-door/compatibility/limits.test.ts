// What AWS raises for nobody, at its boundary.

import {
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  httpOrigin,
  keyValueStore,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";

const domainName = "api.example.com";

function store(entries: Record<string, string>): Partial<EdgeFrontDoorArgs> {
  const keyValue = keyValueStore({ name: "flags", entries });
  const light = cloudFrontFunction({ name: "light", code: "function handler(event) {}", keyValueStore: keyValue });
  return { behavior: { functions: { viewerRequest: light } } };
}

function headers(customHeaders: Record<string, string>): Partial<EdgeFrontDoorArgs> {
  return { origin: httpOrigin({ domainName, customHeaders }) };
}

function route(pathPattern: string): Partial<EdgeFrontDoorArgs> {
  return { routes: [{ name: "r", pathPattern, origin: s3Origin() }] };
}

const storePath = "behavior.functions.viewerRequest.keyValueStore.entries";

/** Six headers with so many characters in all, names included. */
function sixHeaders(characters: number): Record<string, string> {
  const each = Math.floor(characters / 6);
  const lengths = [each, each, each, each, each, characters - 5 * each];
  return Object.fromEntries(lengths.map((length, index) => [`x-${index}-`.padEnd(256, "n"), "v".repeat(length - 256)]));
}

/** 5 MB of entries and the bytes of one more. */
function fullStore(more: number): Record<string, string> {
  const full = Array.from({ length: 5 * 1_024 }, (_, index) => [`${index}`.padStart(24, "0"), "v".repeat(1_000)]);
  return Object.fromEntries(more === 0 ? full : [...full, ["k".repeat(more), ""]]);
}

const LIMITS: [string, (count: number) => Partial<EdgeFrontDoorArgs>, number, string][] = [
  ["characters of a path", (count) => route(`/${"p".repeat(count - 1)}`), 255, "routes[0].pathPattern"],
  ["characters of a header's name", (count) => headers({ ["n".repeat(count)]: "v" }), 256, "origin.customHeaders"],
  ["characters of a header", (count) => headers({ "x-a": "v".repeat(count) }), 1_783, "origin.customHeaders.x-a"],
  ["characters of all headers", (count) => headers(sixHeaders(count)), 10_240, "origin.customHeaders"],
  [
    "tries to connect",
    (count) => ({ origin: s3Origin({ connectionAttempts: count }) }),
    3,
    "origin.connectionAttempts",
  ],
  [
    "seconds of a try",
    (count) => ({ origin: s3Origin({ connectionTimeoutSeconds: count }) }),
    10,
    "origin.connectionTimeoutSeconds",
  ],
  [
    "characters of a certificate's first name",
    (count) => ({ domain: { name: `${"a".repeat(count - 20)}.${"b".repeat(7)}.example.com` } }),
    64,
    "domain.name",
  ],
  ["bytes of a key", (count) => store({ ["k".repeat(count)]: "v" }), 512, storePath],
  ["bytes of a value", (count) => store({ k: "v".repeat(count) }), 1_024, `${storePath}.k`],
  ["bytes of a store beyond 5 MB", (count) => store(fullStore(count)), 0, storePath],
];

test.each(LIMITS)("%s", (_title, argsFor, most, path) => {
  const pathsOf = (count: number): string[] =>
    checkEdgeFrontDoor("site", { origin: s3Origin(), ...argsFor(count) }).map((problem) => problem.path);
  expect(pathsOf(most)).toEqual([]);
  expect(pathsOf(most + 1)).toEqual([path]);
});

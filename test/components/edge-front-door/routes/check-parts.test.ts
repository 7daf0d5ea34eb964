// Names that would make two children of one name.

import * as pulumi from "@pulumi/pulumi";
import {
  ContinuousDeploymentPhase,
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  existingKeyGroup,
  HttpVersion,
  httpOrigin,
  keyGroup,
  keyValueStore,
  lambdaAtEdge,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";

const code = "function handler(event) {}";
const PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
const origin = httpOrigin({ domainName: "api.example.com" });
const staged = { phase: ContinuousDeploymentPhase.Prepare, weightPercent: 5 };

function pathsOf(args: Partial<EdgeFrontDoorArgs>, name = "site"): string[] {
  return checkEdgeFrontDoor(name, { origin: s3Origin(), httpVersion: HttpVersion.Http2, ...args }).map(
    ({ path }) => path,
  );
}

const make = (name: string, store?: string) =>
  cloudFrontFunction({ name, code, keyValueStore: store === undefined ? undefined : keyValueStore({ name: store }) });

describe("two parts of one name are refused", () => {
  const cases: [string, Partial<EdgeFrontDoorArgs>, string[]][] = [
    [
      "functions",
      {
        behavior: { functions: { viewerRequest: make("a") } },
        routes: [{ name: "api", pathPattern: "/api/*", origin, functions: { viewerRequest: make("a") } }],
      },
      ["behavior.functions.viewerRequest.name and routes[0].functions.viewerRequest.name"],
    ],
    [
      "functions of the front door and of its staging distribution",
      {
        behavior: { functions: { viewerRequest: make("a") } },
        continuousDeployment: { ...staged, behavior: { functions: { viewerRequest: make("a") } } },
      },
      ["behavior.functions.viewerRequest.name and continuousDeployment.behavior.functions.viewerRequest.name"],
    ],
    [
      "stores of two functions",
      { behavior: { functions: { viewerRequest: make("a", "s"), viewerResponse: make("b", "s") } } },
      ["behavior.functions.viewerRequest.keyValueStore.name and behavior.functions.viewerResponse.keyValueStore.name"],
    ],
    [
      "key groups",
      {
        behavior: {
          trustedKeyGroups: [
            keyGroup({ name: "g", publicKeys: { a: PEM } }),
            keyGroup({ name: "g", publicKeys: { b: PEM } }),
          ],
        },
      },
      ["behavior.trustedKeyGroups[0].name and behavior.trustedKeyGroups[1].name"],
    ],
    [
      "keys of two groups whose names run together",
      {
        behavior: {
          trustedKeyGroups: [
            keyGroup({ name: "a", publicKeys: { "b-c": PEM } }),
            keyGroup({ name: "a-b", publicKeys: { c: PEM } }),
          ],
        },
      },
      ["behavior.trustedKeyGroups[0].publicKeys.b-c and behavior.trustedKeyGroups[1].publicKeys.c"],
    ],
  ];
  test.each(cases)("%s", (_title, args, paths) => {
    expect(pathsOf(args)).toEqual(paths);
  });
});

test("the same object may be used wherever it fits, and what was made elsewhere has no name", () => {
  const shared = make("a", "s");
  const group = keyGroup({ name: "g", publicKeys: { a: PEM } });
  expect(
    pathsOf({
      behavior: {
        functions: {
          viewerRequest: shared,
          originRequest: lambdaAtEdge({ name: "b", code: new pulumi.asset.AssetArchive({}) }),
        },
        trustedKeyGroups: [group, existingKeyGroup("1"), existingKeyGroup("2")],
      },
      routes: [
        {
          name: "api",
          pathPattern: "/api/*",
          origin,
          functions: { viewerRequest: shared },
          trustedKeyGroups: [group],
        },
      ],
      viewerMtls: {
        existingTrustStoreId: "ts",
        connectionFunctionCode: "function connectionHandler(c) {}",
        keyValueStore: shared.keyValueStore,
      },
    }),
  ).toEqual([]);
});

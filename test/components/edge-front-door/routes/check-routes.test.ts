// What is refused about routes and behaviors before anything is created.

import * as pulumi from "@pulumi/pulumi";
import {
  AllowedMethods,
  type BehaviorArgs,
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  existingCloudFrontFunction,
  existingKeyGroup,
  existingKeyValueStore,
  existingLambdaAtEdge,
  httpOrigin,
  keyGroup,
  keyValueStore,
  type LambdaAtEdgeOptions,
  LambdaLogFormat,
  lambdaAtEdge,
  SystemLogLevel,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { untyped } from "../../untyped";

const code = "function handler(event) { return event.request; }";
const archive = new pulumi.asset.AssetArchive({});
const origin = httpOrigin({ domainName: "api.example.com" });

function problemsOf(args: Partial<EdgeFrontDoorArgs>) {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), ...args });
}

function pathsOf(args: Partial<EdgeFrontDoorArgs>): string[] {
  return problemsOf(args).map(({ path }) => path);
}

describe("a path", () => {
  const at = (pathPattern: string) => pathsOf({ routes: [{ name: "it", pathPattern, origin }] });

  test.each(["/api/*", "api/*", "*.jpg", "/a?c", "/~user/'x'", '/"$@:+&-_.', `/${"a".repeat(254)}`])(
    "may be %s",
    (pattern) => {
      expect(at(pattern)).toEqual([]);
    },
  );

  test.each(["", "*", "/*", "/a b", "/ü", "/a#b", "/a%20b", `/${"a".repeat(255)}`])("may not be %j", (pattern) => {
    expect(at(pattern)).toEqual(["routes[0].pathPattern"]);
  });

  test("may not be that of another route, with or without the slash in front", () => {
    const routes = [
      { name: "a", pathPattern: "/api/*", origin },
      { name: "b", pathPattern: "api/*", origin },
    ];
    expect(pathsOf({ routes })).toEqual(["routes[0].pathPattern and routes[1].pathPattern"]);
  });

  test("may differ from another in case alone: CloudFront tells them apart", () => {
    const routes = [
      { name: "a", pathPattern: "/api/*", origin },
      { name: "b", pathPattern: "/API/*", origin },
    ];
    expect(pathsOf({ routes })).toEqual([]);
  });
});

describe("refuses", () => {
  const cases: [string, BehaviorArgs, string[]][] = [
    ["methods that CloudFront does not know", { allowedMethods: untyped("GET, POST") }, ["behavior.allowedMethods"]],
    ["plain HTTP", { viewerProtocolPolicy: untyped("allow-all") }, ["behavior.viewerProtocolPolicy"]],
    [
      "to cache answers to OPTIONS where it is not allowed",
      { allowedMethods: AllowedMethods.Read, cacheOptionsRequests: true },
      ["behavior.cacheOptionsRequests and behavior.allowedMethods"],
    ],
    [
      "CloudFront Functions on origin events",
      {
        functions: {
          originRequest: cloudFrontFunction({ name: "a", code }),
          originResponse: existingCloudFrontFunction("arn:aws:cloudfront::123456789012:function/a"),
        },
      },
      ["behavior.functions.originRequest", "behavior.functions.originResponse"],
    ],
    [
      "functions of two kinds on viewer events",
      {
        functions: {
          viewerRequest: cloudFrontFunction({ name: "a", code }),
          viewerResponse: lambdaAtEdge({ name: "b", code: archive }),
        },
      },
      ["behavior.functions.viewerRequest and behavior.functions.viewerResponse"],
    ],
    [
      "to show a response's function the body of requests",
      { functions: { originResponse: lambdaAtEdge({ name: "a", code: archive, includeBody: true }) } },
      ["behavior.functions.originResponse.includeBody"],
    ],
    [
      "code that is missing, empty or too long",
      {
        functions: {
          viewerRequest: cloudFrontFunction(untyped({ name: "a" })),
          viewerResponse: cloudFrontFunction({ name: "b", code: "é".repeat(5_121) }),
        },
      },
      ["behavior.functions.viewerRequest.code", "behavior.functions.viewerResponse.code"],
    ],
    [
      "ARNs of something else",
      {
        functions: {
          viewerRequest: existingCloudFrontFunction("arn:aws:lambda:us-east-1:123456789012:function:a:1"),
          viewerResponse: existingCloudFrontFunction("handmade"),
        },
      },
      ["behavior.functions.viewerRequest", "behavior.functions.viewerResponse"],
    ],
    [
      "Lambda@Edge without a version or in another Region",
      {
        functions: {
          originRequest: existingLambdaAtEdge("arn:aws:lambda:us-east-1:123456789012:function:a:$LATEST"),
          originResponse: existingLambdaAtEdge("arn:aws:lambda:eu-west-1:123456789012:function:a:1"),
        },
      },
      ["behavior.functions.originRequest", "behavior.functions.originResponse"],
    ],
    [
      "more key groups than a behavior takes",
      { trustedKeyGroups: ["1", "2", "3", "4", "5"].map(existingKeyGroup) },
      ["behavior.trustedKeyGroups"],
    ],
    [
      "parts made elsewhere that are not named",
      {
        functions: {
          viewerRequest: existingCloudFrontFunction(untyped(undefined)),
          originRequest: existingLambdaAtEdge(untyped(undefined)),
        },
        trustedKeyGroups: [existingKeyGroup(untyped(undefined)), existingKeyGroup("")],
      },
      [
        "behavior.functions.viewerRequest",
        "behavior.functions.originRequest",
        "behavior.trustedKeyGroups[0]",
        "behavior.trustedKeyGroups[1]",
      ],
    ],
    [
      "what is no function, no store and no key group",
      {
        functions: {
          viewerRequest: untyped("arn:aws:cloudfront::123456789012:function/a"),
          viewerResponse: untyped(null),
          originRequest: untyped(() => code),
        },
        trustedKeyGroups: [untyped("group-1")],
      },
      [
        "behavior.functions.viewerRequest",
        "behavior.functions.viewerResponse",
        "behavior.functions.originRequest",
        "behavior.trustedKeyGroups[0]",
      ],
    ],
    [
      "what is no store",
      { functions: { viewerResponse: cloudFrontFunction({ name: "a", code, keyValueStore: untyped("arn") }) } },
      ["behavior.functions.viewerResponse.keyValueStore"],
    ],
  ];
  test.each(cases)("%s", (_title, behavior, paths) => {
    expect(pathsOf({ behavior })).toEqual(paths);
  });

  test("the same on a route", () => {
    const functions = { originRequest: cloudFrontFunction({ name: "a", code }) };
    expect(pathsOf({ routes: [{ name: "api", pathPattern: "/api/*", origin, functions }] })).toEqual([
      "routes[0].functions.originRequest",
    ]);
  });
});

test("a function that a program leaves out by a condition is left out", () => {
  const functions = { viewerRequest: undefined, viewerResponse: undefined };
  expect(pathsOf({ behavior: { functions } })).toEqual([]);
});

describe("refuses Lambda@Edge", () => {
  const cases: [string, Partial<LambdaAtEdgeOptions>, string[]][] = [
    ["without a name of its own", { name: "Sign" }, ["name"]],
    ["whose code is a folder's name", { code: untyped("dist") }, ["code"]],
    ["whose code is missing", { code: untyped(undefined) }, ["code"]],
    ["in a runtime that the edge lacks", { runtime: "java21" }, ["runtime"]],
    ["with too little memory", { memorySize: 64 }, ["memorySize"]],
    ["with more time than there is", { timeoutSeconds: 31 }, ["timeoutSeconds"]],
    ["with a log format that is none", { logFormat: untyped("text") }, ["logFormat"]],
    [
      "with levels of logs that have none",
      { logFormat: LambdaLogFormat.Text, systemLogLevel: SystemLogLevel.Warn },
      ["systemLogLevel and behavior.functions.originRequest.logFormat"],
    ],
  ];
  test.each(cases)("%s", (_title, options, paths) => {
    const originRequest = lambdaAtEdge({ name: "sign", code: archive, ...options });
    expect(pathsOf({ behavior: { functions: { originRequest } } })).toEqual(
      paths.map((path) => `behavior.functions.originRequest.${path}`),
    );
  });
});

describe("refuses a store", () => {
  const withStore = (options: Parameters<typeof keyValueStore>[0]) =>
    problemsOf({
      behavior: {
        functions: { viewerRequest: cloudFrontFunction({ name: "a", code, keyValueStore: keyValueStore(options) }) },
      },
    });
  const at = "behavior.functions.viewerRequest.keyValueStore";

  test.each([
    ["a name that leaves no room for a suffix", { name: "a".repeat(16) }, [`${at}.name`]],
    ["no value", { name: "s", entries: { a: untyped<string>(undefined) } }, [`${at}.entries.a`]],
    ["an empty key", { name: "s", entries: { "": "x" } }, [`${at}.entries`]],
    ["a long key", { name: "s", entries: { ["ü".repeat(257)]: "x" } }, [`${at}.entries`]],
    ["a long value", { name: "s", entries: { a: "ü".repeat(513) } }, [`${at}.entries.a`]],
    [
      "too much in all",
      { name: "s", entries: Object.fromEntries(Array.from({ length: 5_200 }, (_, i) => [`k${i}`, "v".repeat(1_024)])) },
      [`${at}.entries`],
    ],
  ])("with %s", (_title, options, paths) => {
    expect(withStore(options).map(({ path }) => path)).toEqual(paths);
  });

  test("without repeating a value, which may be a secret", () => {
    expect(JSON.stringify(withStore({ name: "s", entries: { a: `s3cr3t${"x".repeat(2_000)}` } }))).not.toContain(
      "s3cr",
    );
  });

  test("by an ARN that is none", () => {
    const keyValueStore = existingKeyValueStore("handmade");
    const functions = { viewerRequest: cloudFrontFunction({ name: "a", code, keyValueStore }) };
    expect(pathsOf({ behavior: { functions } })).toEqual([at]);
  });
});

describe("refuses a key group", () => {
  const PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
  const withKeys = (options: Parameters<typeof keyGroup>[0]) =>
    problemsOf({ behavior: { trustedKeyGroups: [keyGroup(options)] } });
  const at = "behavior.trustedKeyGroups[0]";

  test.each([
    ["without a key", { name: "g", publicKeys: {} }, [`${at}.publicKeys`]],
    ["that does not say its keys", untyped<Parameters<typeof keyGroup>[0]>({ name: "g" }), [`${at}.publicKeys`]],
    [
      "with more keys than CloudFront takes",
      { name: "g", publicKeys: Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((key) => [key, PEM])) },
      [`${at}.publicKeys`],
    ],
    ["with a key of a bad name", { name: "g", publicKeys: { Key: PEM } }, [`${at}.publicKeys`]],
    [
      "with a key that is missing",
      { name: "g", publicKeys: { a: untyped<string>(undefined) } },
      [`${at}.publicKeys.a`],
    ],
    ["with a text that is no key", { name: "g", publicKeys: { a: "ssh-rsa AAAA" } }, [`${at}.publicKeys.a`]],
    ["with a name that is none", { name: "My Group", publicKeys: { a: PEM } }, [`${at}.name`]],
  ])("%s", (_title, options, paths) => {
    expect(withKeys(options).map(({ path }) => path)).toEqual(paths);
  });

  test("without repeating a private key that was pasted", () => {
    const problems = withKeys({ name: "g", publicKeys: { a: "-----BEGIN PRIVATE KEY-----\ns3cr3t" } });
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain("s3cr3t");
  });
});

// What visitors get for a path: the emitted code runs here as CloudFront runs it, one request at a time.

import { createContext, runInContext } from "node:vm";
import {
  AllowedMethods,
  ContinuousDeploymentPhase,
  cloudFrontFunction,
  HttpVersion,
  httpOrigin,
  s3Origin,
  WebsiteRouting,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { build } from "../build";

const api = { name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName: "api.example.com" }) };
const headers = cloudFrontFunction({ name: "headers", code: "function handler(event) { return event.response; }" });

/** The request that leaves the function when `uri` is asked for. */
function runnerOf(code: unknown): (uri: string) => unknown {
  const sandbox = createContext({});
  runInContext(String(code), sandbox);
  return (uri) => {
    const event = { version: "1.0", request: { method: "GET", uri, querystring: { q: { value: "1" } }, headers: {} } };
    return JSON.parse(String(runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, sandbox)));
  };
}

const LONG = `/${"a".repeat(7000)}`;

describe("a single-page app", () => {
  let run: (uri: string) => unknown;

  beforeAll(async () => {
    const { inputsOf } = await build({ origin: s3Origin(), websiteRouting: WebsiteRouting.SinglePageApp });
    run = runnerOf(inputsOf("site-function-single-page-app").code);
  });

  test.each([
    ["/", "/index.html"],
    ["/a", "/index.html"],
    ["/a/", "/index.html"],
    ["/a.b/c", "/index.html"],
    ["/a/b.js", "/a/b.js"],
    ["/index.html", "/index.html"],
    ["/a/index.html", "/a/index.html"],
    ["/.env", "/.env"],
    ["/a.", "/a."],
    ["/a/..", "/a/.."],
    ["//", "/index.html"],
    // Encoded dots and slashes are letters of a name: the function sees what the viewer sent.
    ["/a%2Ejs", "/index.html"],
    ["/a%2Fb.js", "/a%2Fb.js"],
    ["/%C3%BC.png", "/%C3%BC.png"],
    ["/%C3%BC", "/index.html"],
    // Files without a dot need a route of their own.
    ["/.well-known/apple-app-site-association", "/index.html"],
  ])("answers %s with %s", (asked, answered) => {
    expect(run(asked)).toMatchObject({ uri: answered });
  });

  test("answers names of any length", () => {
    expect(run(LONG)).toMatchObject({ uri: "/index.html" });
    expect(run(`${LONG}.js`)).toMatchObject({ uri: `${LONG}.js` });
  });

  test("leaves everything else of the request as it is", () => {
    expect(run("/orders/7")).toEqual({
      method: "GET",
      uri: "/index.html",
      querystring: { q: { value: "1" } },
      headers: {},
    });
  });
});

describe("index documents", () => {
  let run: (uri: string) => unknown;

  beforeAll(async () => {
    const { inputsOf } = await build({ origin: s3Origin(), websiteRouting: WebsiteRouting.IndexDocuments });
    run = runnerOf(inputsOf("site-function-index-documents").code);
  });

  test.each([
    ["/", "/index.html"],
    ["/a", "/a/index.html"],
    ["/a/", "/a/index.html"],
    ["/a.b/c", "/a.b/c/index.html"],
    ["/a/b.js", "/a/b.js"],
    ["/index.html", "/index.html"],
    ["/.env", "/.env"],
    ["/a/..", "/a/.."],
    ["//", "//index.html"],
    ["/a%2Ejs", "/a%2Ejs/index.html"],
    ["/%C3%BC/", "/%C3%BC/index.html"],
  ])("answers %s with %s", (asked, answered) => {
    expect(run(asked)).toMatchObject({ uri: answered });
  });
});

describe("website routing", () => {
  test("is a function on viewer requests of the default behavior and no other", async () => {
    const { inputsOf } = await build({
      origin: s3Origin(),
      routes: [api],
      websiteRouting: WebsiteRouting.SinglePageApp,
    });
    expect(inputsOf("site-function-single-page-app")).toEqual({
      comment: "single-page-app of site",
      runtime: "cloudfront-js-2.0",
      code: expect.stringContaining("function handler(event)"),
      publish: true,
    });
    const { defaultCacheBehavior, orderedCacheBehaviors, customErrorResponses } = inputsOf("site-distribution");
    expect(defaultCacheBehavior).toMatchObject({
      functionAssociations: [
        {
          eventType: "viewer-request",
          functionArn: "arn:aws:cloudfront::123456789012:function/site-function-single-page-app-0123456",
        },
      ],
    });
    expect(orderedCacheBehaviors).toEqual([expect.not.objectContaining({ functionAssociations: expect.anything() })]);
    expect(customErrorResponses).toBeUndefined();
  });

  test.each([undefined, WebsiteRouting.Files])("makes no function for %s", async (websiteRouting) => {
    const { inputsOf, resources } = await build({ origin: s3Origin(), websiteRouting });
    expect(resources.filter(({ type }) => type === "aws:cloudfront/function:Function")).toEqual([]);
    expect(inputsOf("site-distribution").defaultCacheBehavior).not.toHaveProperty("functionAssociations");
  });

  test("keeps a function on viewer responses, and the other settings of the behavior", async () => {
    const { inputsOf } = await build({
      origin: s3Origin(),
      behavior: { functions: { viewerResponse: headers }, allowedMethods: AllowedMethods.Read },
      websiteRouting: WebsiteRouting.IndexDocuments,
    });
    const functionArn = (name: string) => `arn:aws:cloudfront::123456789012:function/site-function-${name}-0123456`;
    expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
      allowedMethods: ["GET", "HEAD"],
      functionAssociations: [
        { eventType: "viewer-request", functionArn: functionArn("index-documents") },
        { eventType: "viewer-response", functionArn: functionArn("headers") },
      ],
    });
  });

  test("is made once when a staging distribution with another origin uses it as well", async () => {
    const { inputsOf, resources } = await build({
      origin: s3Origin(),
      websiteRouting: WebsiteRouting.SinglePageApp,
      httpVersion: HttpVersion.Http2,
      continuousDeployment: { phase: ContinuousDeploymentPhase.Prepare, weightPercent: 5, origin: s3Origin() },
    });
    expect(resources.filter(({ type }) => type === "aws:cloudfront/function:Function")).toHaveLength(1);
    const functionsOf = (name: string) => inputsOf(name).defaultCacheBehavior;
    expect(functionsOf("site-staging-distribution")).toMatchObject({
      functionAssociations: [{ eventType: "viewer-request" }],
    });
    expect(functionsOf("site-distribution")).toMatchObject({ functionAssociations: [{ eventType: "viewer-request" }] });
  });
});

describe("refuses website routing", () => {
  const websiteRouting = WebsiteRouting.SinglePageApp;
  const rewrite = cloudFrontFunction({ name: "rewrite", code: "function handler(event) { return event.request; }" });
  const pathsOf = (args: object): string[] =>
    checkEdgeFrontDoor("site", { origin: s3Origin(), websiteRouting, ...args }).map(({ path }) => path);

  test("beside an own function on viewer requests", () => {
    expect(pathsOf({ behavior: { functions: { viewerRequest: rewrite } } })).toEqual([
      "websiteRouting and behavior.functions.viewerRequest",
    ]);
  });

  test("beside such a function of the staging distribution, which it would replace", () => {
    expect(
      pathsOf({
        httpVersion: HttpVersion.Http2,
        continuousDeployment: {
          phase: ContinuousDeploymentPhase.Prepare,
          weightPercent: 5,
          behavior: { functions: { viewerRequest: rewrite } },
        },
      }),
    ).toEqual(["websiteRouting and continuousDeployment.behavior.functions.viewerRequest"]);
  });

  test("beside another function of its name", () => {
    const same = cloudFrontFunction({ name: "single-page-app", code: "function handler(event) {}" });
    expect(pathsOf({ behavior: { functions: { viewerResponse: same } } })).toEqual([
      "behavior.functions.viewerResponse.name and websiteRouting",
    ]);
  });

  test("that there is not", () => {
    expect(pathsOf({ websiteRouting: "spa" })).toEqual(["websiteRouting"]);
    expect(pathsOf({ websiteRouting: "constructor" })).toEqual(["websiteRouting"]);
  });

  test("but not a function on another route's viewer requests", () => {
    expect(pathsOf({ routes: [{ ...api, functions: { viewerRequest: rewrite } }] })).toEqual([]);
  });
});

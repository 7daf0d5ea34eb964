// A Lambda function behind its URL, called with CloudFront's signature.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  CachePolicy,
  type FunctionUrl,
  functionUrlOrigin,
  OriginRequestPolicy,
  SigningBehavior,
} from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { follows } from "../../record-stack";
import { pathsOf, problemsOf, serve } from "./serve";

const functionUrl: FunctionUrl = {
  functionName: "orders",
  functionUrl: "https://abc123.lambda-url.eu-central-1.on.aws/",
  authorizationType: "AWS_IAM",
};

const permission = {
  function: "orders",
  principal: "cloudfront.amazonaws.com",
  sourceArn: distributionArn("site-distribution"),
};

test("is asked at the URL's host, over HTTPS, with signed requests", async () => {
  const { origins, inputsOf, children } = await serve(() => functionUrlOrigin({ functionUrl }));
  expect(children).toEqual(["invoke-function-distribution", "invoke-url-distribution", "oac"]);
  expect(origins).toEqual([
    {
      originId: "default",
      domainName: "abc123.lambda-url.eu-central-1.on.aws",
      originAccessControlId: "site-oac-id",
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
        originReadTimeout: 30,
      },
    },
  ]);
  expect(inputsOf("site-oac")).toEqual({
    description: "Signs requests of site to its function",
    originAccessControlOriginType: "lambda",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
});

test("lets exactly this distribution in, with both permissions that functions want", async () => {
  const { inputsOf } = await serve(() => functionUrlOrigin({ functionUrl }));
  expect(inputsOf("site-invoke-url-distribution")).toEqual({
    ...permission,
    action: "lambda:InvokeFunctionUrl",
    functionUrlAuthType: "AWS_IAM",
  });
  expect(inputsOf("site-invoke-function-distribution")).toEqual({
    ...permission,
    action: "lambda:InvokeFunction",
    invokedViaFunctionUrl: true,
  });
});

test("gets the whole request but Host, uncached: the signature is over the function's own", async () => {
  const { distribution } = await serve(() => functionUrlOrigin({ functionUrl }));
  expect(distribution.defaultCacheBehavior).toMatchObject({
    cachePolicyId: CachePolicy.CachingDisabled,
    originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
    allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
  });
});

test("an alias's URL and another Region's function get their permissions where they are", async () => {
  const elsewhere = { ...functionUrl, qualifier: "live", region: "eu-west-1" };
  const { inputsOf } = await serve(() => functionUrlOrigin({ functionUrl: elsewhere }));
  for (const name of ["site-invoke-url-distribution", "site-invoke-function-distribution"]) {
    expect(inputsOf(name)).toMatchObject({ qualifier: "live", region: "eu-west-1" });
  }
});

test("leaves a viewer's own signature alone where it is told to", async () => {
  const { inputsOf } = await serve(() =>
    functionUrlOrigin({ functionUrl, signingBehavior: SigningBehavior.NoOverride }),
  );
  expect(inputsOf("site-oac").signingBehavior).toBe("no-override");
});

test("an aws.lambda.FunctionUrl of the same program fits as it is", async () => {
  const { origins, inputsOf } = await serve(() =>
    functionUrlOrigin({
      functionUrl: new aws.lambda.FunctionUrl("orders", { functionName: "orders", authorizationType: "AWS_IAM" }),
    }),
  );
  expect(origins).toMatchObject([{ domainName: "orders.lambda-url.eu-central-1.on.aws" }]);
  expect(inputsOf("site-invoke-url-distribution")).toMatchObject({ function: "orders", region: "eu-central-1" });
});

test("the permissions name the distribution, so they come after it; the access control comes before", async () => {
  const { resources } = await serve(() => functionUrlOrigin({ functionUrl }));
  expect(follows(resources, "site-distribution", "site-oac")).toBe(true);
  expect(follows(resources, "site-invoke-url-distribution", "site-distribution")).toBe(true);
  expect(follows(resources, "site-invoke-function-distribution", "site-distribution")).toBe(true);
});

test("a first preview shows the same children, though neither the URL nor the ARN is known", async () => {
  const make = () =>
    functionUrlOrigin({
      functionUrl: new aws.lambda.FunctionUrl("orders", { functionName: "orders", authorizationType: "AWS_IAM" }),
    });
  const { children } = await serve(make, {}, { preview: true });
  expect(children).toEqual(["invoke-function-distribution", "invoke-url-distribution", "oac"]);
});

describe("is refused", () => {
  const cases: [string, object, string[]][] = [
    [
      "open to everybody",
      { authorizationType: "NONE" },
      ["authorizationType: be AWS_IAM, or everybody calls the function"],
    ],
    ["without its kind of authorization", { authorizationType: undefined }, ["authorizationType: be given"]],
    ["by its id", { functionUrl: "abc123" }, ["functionUrl: be an https URL"]],
    ["by its host", { functionUrl: "abc123.lambda-url.eu-central-1.on.aws:443" }, ["functionUrl: be an https URL"]],
    [
      "with nothing but a name",
      { functionUrl: undefined, authorizationType: undefined },
      ["functionUrl: be given", "authorizationType: be given"],
    ],
    [
      "by numbers",
      { functionName: 1, functionUrl: 2 },
      ["functionName", "functionUrl"].map((path) => `${path}: be text or an output, not a number`),
    ],
  ];
  test.each(cases)("%s", (_title, change, problems) => {
    expect(problemsOf(functionUrlOrigin({ functionUrl: { ...functionUrl, ...change } }))).toEqual(
      problems.map((problem) => `origin.functionUrl.${problem}`),
    );
  });

  test("without a URL at all", () => {
    const options: object = {};
    expect(pathsOf(functionUrlOrigin(options as { functionUrl: FunctionUrl }))).toEqual([
      "origin.functionUrl.functionName",
      "origin.functionUrl.functionUrl",
      "origin.functionUrl.authorizationType",
    ]);
  });

  test("with a way to sign that is none", () => {
    const options: object = { functionUrl, signingBehavior: "never" };
    expect(pathsOf(functionUrlOrigin(options as { functionUrl: FunctionUrl }))).toEqual(["origin.signingBehavior"]);
  });
});

test("what is not known yet is not judged", () => {
  const later = pulumi.output("x");
  expect(
    pathsOf(
      functionUrlOrigin({
        functionUrl: {
          functionName: later,
          functionUrl: functionUrl.functionUrl,
          authorizationType: pulumi.output("AWS_IAM"),
        },
      }),
    ),
  ).toEqual([]);
});

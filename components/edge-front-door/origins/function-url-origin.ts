import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkGiven, checkMember } from "../../argument-checks";
import { input, object, text } from "../../argument-kinds";
import { ComponentInputError, type Problem } from "../../errors";
import { Feature } from "../compatibility/features";
import { createAccessControl, SigningBehavior } from "./access-control";
import { type CustomOriginOptions, SERVER_BEHAVIOR, serverOrigin } from "./custom-origin";
import { SERVER_OPTIONS } from "./kinds-of-options";
import type { DistributionIdentity, Origin, OriginScope } from "./origin";

/** A function's URL. An `aws.lambda.FunctionUrl` fits as it is. */
export interface FunctionUrl {
  /** Name or ARN of the function. */
  functionName: pulumi.Input<string>;
  /** `https://<id>.lambda-url.<region>.on.aws/`. */
  functionUrl: pulumi.Input<string>;
  /** `AWS_IAM`: with `NONE` everybody could call the function round CloudFront. */
  authorizationType: pulumi.Input<string>;
  /** The alias the URL belongs to. @default - the function itself */
  qualifier?: pulumi.Input<string | undefined>;
  /** Region of the function. @default - the provider's */
  region?: pulumi.Input<string>;
}

export interface FunctionUrlOriginOptions extends Omit<CustomOriginOptions, "httpsPort" | "clientCertificateArn"> {
  functionUrl: FunctionUrl;
  /**
   * `Always` overwrites an `Authorization` header of the viewer; `NoOverride` passes it on unsigned, so the function is called
   * only if that header is a signature of its own. @default SigningBehavior.Always
   */
  signingBehavior?: SigningBehavior;
}

/**
 * A Lambda function behind its URL, called with CloudFront's signature (origin access control). Requests with a body must carry
 * its SHA-256 in the header `x-amz-content-sha256`, or the signature does not fit.
 */
export function functionUrlOrigin(options: FunctionUrlOriginOptions): Origin {
  const { functionUrl, signingBehavior } = options ?? {};
  return serverOrigin({
    get domainName() {
      return hostOf(functionUrl);
    },
    options,
    kinds: KINDS,
    behavior: SERVER_BEHAVIOR,
    features: [{ feature: Feature.SignedHost }],
    check: (path, sound) => [
      ...checkFunctionUrl(`${path}.functionUrl`, sound.functionUrl ?? {}),
      ...checkMember(`${path}.signingBehavior`, sound.signingBehavior, SigningBehavior),
    ],
    protect: (scope) => ({
      originAccessControlId: createAccessControl(scope, "lambda", signingBehavior).id,
      openTo: (distributions) => {
        for (const distribution of distributions) {
          allowInvocation(scope, functionUrl, distribution);
        }
        return [];
      },
    }),
  });
}

const KINDS = object<FunctionUrlOriginOptions>({
  ...SERVER_OPTIONS,
  functionUrl: object<FunctionUrl>({
    functionName: input,
    functionUrl: input,
    authorizationType: input,
    qualifier: input,
    region: input,
  }),
  signingBehavior: text,
});

function checkFunctionUrl(path: string, functionUrl: Partial<FunctionUrl>): Problem[] {
  const { functionUrl: url, authorizationType } = functionUrl;
  return [
    ...checkGiven(path, functionUrl, ["functionName", "functionUrl", "authorizationType"]),
    ...(typeof url === "string" ? checkUrl(path, url) : []),
    ...(typeof authorizationType === "string" ? checkAuthorization(path, authorizationType) : []),
  ];
}

function checkUrl(path: string, url: string): Problem[] {
  const isUrl = url.startsWith("https://") && URL.canParse(url);
  return isUrl ? [] : [{ path: `${path}.functionUrl`, must: "be an https URL", got: url }];
}

function checkAuthorization(path: string, got: string): Problem[] {
  const must = "be AWS_IAM, or everybody calls the function";
  return got === "AWS_IAM" ? [] : [{ path: `${path}.authorizationType`, must, got }];
}

/** The host of the URL. It fails for what turns out to be wrong later than arguments are checked. */
function hostOf({ functionUrl, authorizationType }: FunctionUrl): pulumi.Output<string> {
  // Apart from the URL: a first preview does not know that one, and is the time to tell of an open function.
  const allowed = pulumi.output(authorizationType).apply((known) => refuse(checkAuthorization("functionUrl", known)));
  return pulumi.all([functionUrl, allowed]).apply(([url]) => {
    refuse(checkUrl("functionUrl", url));
    return new URL(url).hostname;
  });
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new ComponentInputError("origin", "functionUrlOrigin", problems);
  }
}

/**
 * Functions made since October 2025 want both permissions.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
function allowInvocation({ parent, name }: OriginScope, url: FunctionUrl, { role, arn }: DistributionIdentity): void {
  const permission = {
    region: url.region,
    function: url.functionName,
    qualifier: url.qualifier,
    principal: "cloudfront.amazonaws.com",
    sourceArn: arn,
  };
  new aws.lambda.Permission(
    `${name}-invoke-url-${role}`,
    { ...permission, action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "AWS_IAM" },
    { parent },
  );
  new aws.lambda.Permission(
    `${name}-invoke-function-${role}`,
    { ...permission, action: "lambda:InvokeFunction", invokedViaFunctionUrl: true },
    { parent },
  );
}

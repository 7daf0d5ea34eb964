import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../../argument-checks";
import { ComponentInputError, type Problem } from "../../errors";
import { checkText } from "../../inputs";
import { Feature } from "../compatibility/features";
import { createAccessControl, SigningBehavior } from "./access-control";
import { type CustomOriginOptions, SERVER_BEHAVIOR, serverOrigin } from "./custom-origin";
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
  const { functionUrl, signingBehavior } = options;
  return serverOrigin({
    get domainName() {
      return hostOf(functionUrl);
    },
    options,
    behavior: SERVER_BEHAVIOR,
    features: [{ feature: Feature.SignedHost }],
    check: (path) => [
      ...checkFunctionUrl(`${path}.functionUrl`, functionUrl),
      ...checkMember(`${path}.signingBehavior`, signingBehavior, SigningBehavior),
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

function checkFunctionUrl(path: string, functionUrl: FunctionUrl | undefined): Problem[] {
  const { functionName, functionUrl: url, authorizationType } = functionUrl ?? {};
  return [
    ...checkText(`${path}.functionName`, functionName),
    ...checkText(`${path}.functionUrl`, url),
    ...(typeof url === "string" ? checkUrl(path, url) : []),
    ...checkText(`${path}.authorizationType`, authorizationType),
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

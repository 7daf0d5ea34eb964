import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkSound, input, object, text } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { type KeyValueStore, STORE_KIND } from "./key-value-store";
import { checkArn, checkPartName, type Part } from "./part";

/** Code that CloudFront runs for each request: a CloudFront Function or a Lambda@Edge function. */
export interface EdgeFunction extends Part {
  readonly kind: "CloudFront Function" | "Lambda@Edge";
  /** The store it reads, where it has one. */
  readonly keyValueStore?: KeyValueStore;
  /** Whether Lambda@Edge hands it the body of requests. */
  readonly includeBody?: boolean;
}

export interface CloudFrontFunctionOptions {
  /** Names the function among the front door's children; at most 16 characters. Changing it replaces the function. */
  name: string;
  /** JavaScript for the runtime cloudfront-js-2.0 with a function `handler(event)`, at most 10 KB. A change is live in seconds. */
  code: pulumi.Input<string>;
  /** What the code reads with `cf.kvs()`. @default - nothing */
  keyValueStore?: KeyValueStore;
}

const KINDS = object<CloudFrontFunctionOptions>({ name: text, code: input, keyValueStore: STORE_KIND });

/** Light code for viewer requests and responses: runs in every edge location, in less than a millisecond, without network access. */
export function cloudFrontFunction(options: CloudFrontFunctionOptions): EdgeFunction {
  const { name, code, keyValueStore } = options ?? {};
  return {
    kind: "CloudFront Function",
    name,
    keyValueStore,
    check: (path, quotas) =>
      checkSound(path, options, KINDS, (sound) => [
        ...checkPartName(`${path}.name`, sound.name),
        ...checkCode(`${path}.code`, sound.code, quotas.functionBytes),
        ...(sound.keyValueStore?.check(`${path}.keyValueStore`, quotas) ?? []),
      ]),
    bind: (scope) =>
      new aws.cloudfront.Function(
        `${scope.name}-function-${name}`,
        {
          comment: `${name} of ${scope.name}`,
          runtime: "cloudfront-js-2.0",
          code,
          publish: true,
          keyValueStoreAssociations: keyValueStore === undefined ? undefined : [scope.bindPart(keyValueStore)],
          tags: scope.tags,
        },
        { parent: scope.parent },
      ).arn,
  };
}

/** A CloudFront Function made elsewhere, by its ARN. */
export function existingCloudFrontFunction(functionArn: pulumi.Input<string>): EdgeFunction {
  return existing(
    "CloudFront Function",
    functionArn,
    /^arn:[^:]+:cloudfront::\d{12}:function\/.+$/,
    "a CloudFront Function",
  );
}

/** A Lambda@Edge function made elsewhere: the ARN of a version in us-east-1, such as `qualifiedArn` of an `aws.lambda.Function`. */
export function existingLambdaAtEdge(qualifiedArn: pulumi.Input<string>): EdgeFunction {
  return existing(
    "Lambda@Edge",
    qualifiedArn,
    /^arn:[^:]+:lambda:us-east-1:\d{12}:function:[^:]+:\d+$/,
    "a numbered version of a function in us-east-1",
  );
}

function existing(kind: EdgeFunction["kind"], arn: pulumi.Input<string>, pattern: RegExp, what: string): EdgeFunction {
  return {
    kind,
    name: undefined,
    check: (path) => checkArn(path, arn, pattern, what),
    bind: () => pulumi.output(arn),
  };
}

export function checkCode(path: string, code: pulumi.Input<string> | undefined, maxBytes: number): Problem[] {
  if (code === undefined || code === "") {
    return [{ path, must: "be given" }];
  }
  const bytes = typeof code === "string" ? Buffer.byteLength(code) : 0;
  return bytes > maxBytes ? [{ path, must: `have at most ${maxBytes} bytes`, got: bytes }] : [];
}

// Answers to invokes. What is not answered is named in the report: never a silent `{}`. Secrets are never answered: a value
// read from a secret store, an authorization token or a kubeconfig token stays unknown.

import type { PropertyMap } from "../../../plan/plan";
import { type AwsPlace, partitionOf } from "../place";
import { policyDocument } from "../policy-document";
import { lookupKeys } from "../type-table";
import { type Answer, type Call, seedOf, text } from "./answer";
import { lookup } from "./lookup";
import { placeAnswers } from "./place";

export interface InvokeRequest {
  token: string;
  args: PropertyMap;
  place: AwsPlace;
  /** The provider's default tags, for `getDefaultTags`. */
  defaultTags?: PropertyMap;
}

/** AWS's own public parameters that hold an image id; every other parameter is the account's. */
const PUBLIC_AMI =
  /^\/aws\/service\/(ami-|eks\/|ecs\/|bottlerocket\/|canonical\/|debian\/|deeplearning\/|freebsd\/|marketplace\/|suse\/)/;

function parameter(call: Call): PropertyMap | undefined {
  const name = text(call.args, "name") ?? "";
  if (!PUBLIC_AMI.test(name)) return undefined;
  const image = `ami-0${seedOf({ ...call, args: { name } }).hex("ami", 16)}`;
  const value = name.endsWith("/recommended") ? JSON.stringify({ image_id: image }) : image;
  if (/\/(image_version|release_version|image_name|os|ecs_agent_version|ecs_runtime_version)$/.test(name))
    return undefined;
  return {
    ...call.args,
    arn: `arn:${call.place.partition}:ssm:${call.place.region}::parameter${name}`,
    id: name,
    insecureValue: value,
    name,
    region: call.place.region,
    type: "String",
    value,
    version: 1,
  };
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  ...placeAnswers,
  "iam/getPolicyDocument": ({ args }) => policyDocument(args),
  "ssm/getParameter": parameter,
};

/** Modules that keep an older name for the same functions. */
const MODULE_TWINS: Readonly<Record<string, string>> = {
  applicationloadbalancing: "alb",
  elasticloadbalancing: "elb",
  elasticloadbalancingv2: "lb",
};

const TOKEN = /^aws:(?:(\w+)\/)?(\w+):(\w+)$/;

/** `aws:ec2/getVpc:getVpc` → `ec2/getVpc`; also the short forms `aws:ec2:getVpc` and `aws:index:getRegion`. */
function keyOf(token: string): string | undefined {
  const match = TOKEN.exec(token);
  if (match === null) return undefined;
  const module = match[1] ?? match[2] ?? "";
  return `${MODULE_TWINS[module] ?? module}/${match[3]}`;
}

/**
 * Answer to an invoke, or undefined when it cannot be answered offline. Throws PolicyDocumentError, with the provider's
 * message, for a policy document that the provider refuses.
 */
export function answerInvoke(call: InvokeRequest): PropertyMap | undefined {
  const key = keyOf(call.token);
  if (key === undefined) return undefined;
  const region = text(call.args, "region");
  const place =
    region === undefined || key === "index/getRegion" || key === "index/getService"
      ? call.place
      : { ...call.place, region, partition: partitionOf(region) };
  const answer = Object.hasOwn(ANSWERS, key) ? ANSWERS[key] : lookup;
  return answer?.({ key, args: call.args, place, defaultTags: call.defaultTags });
}

/** Tokens that are answered, at least for some arguments. */
export function answeredTokens(): string[] {
  return [...new Set([...Object.keys(ANSWERS), ...lookupKeys()])].sort().map((key) => {
    const [module = "", name = ""] = key.split("/");
    return `aws:${module}/${name}:${name}`;
  });
}

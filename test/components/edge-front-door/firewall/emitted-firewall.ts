// The firewall that a front door creates, asked what it does with a request: the rules under test are those that AWS would get.

import { type EdgeFrontDoorArgs, type FirewallArgs, s3Origin } from "../../../../components";
import { type Evaluation, evaluateWebAcl } from "../../../models/web-acl/evaluate-web-acl";
import type { WebRequest } from "../../../models/web-acl/web-request";
import type { World } from "../../../models/web-acl/world";
import type { RecordedResource } from "../../record-stack";
import { build } from "../build";
import { hostedZoneId } from "../variants";

/** One rule as the provider gets it. */
export interface EmittedRule {
  readonly name: string;
  readonly priority: number;
  readonly action?: Readonly<Record<string, object>>;
  readonly overrideAction?: Readonly<Record<string, object>>;
  readonly statement: Readonly<Record<string, unknown>>;
}

/** Of the front door at www.example.com, unless other arguments say otherwise. */
export async function emitFirewall(firewall: FirewallArgs, others: Partial<EdgeFrontDoorArgs> = {}) {
  const domain = { name: "www.example.com", hostedZoneId };
  const { resources, inputsOf } = await build({ origin: s3Origin(), domain, ...others, firewall });
  const webAcl = inputsOf("site-web-acl");
  const made = ipSetsOf(resources);
  return {
    resources,
    inputsOf,
    webAcl,
    rules: webAcl.rules as readonly EmittedRule[],
    /** IP sets that the front door makes are in the world already. */
    evaluate: (request: WebRequest, world: World = {}): Evaluation =>
      evaluateWebAcl(webAcl, request, { ...world, ipSets: { ...made, ...world.ipSets } }),
  };
}

/** Their addresses, by the ARNs that AWS gives them here. */
function ipSetsOf(resources: readonly RecordedResource[]): Record<string, string[]> {
  return Object.fromEntries(
    resources
      .filter(({ type }) => type === "aws:wafv2/ipSet:IpSet")
      .map(({ name, inputs }) => [ipSetArn(name), inputs.addresses as string[]]),
  );
}

export const ipSetArn = (name: string): string => `arn:aws:wafv2:us-east-1:123456789012:global/ipset/${name}/0`;

/** A request for that path, with that Referer or with none. */
export function requestFor(uri: string, referer?: string): WebRequest {
  return { uri, headers: { Host: "www.example.com", ...(referer === undefined ? {} : { Referer: referer }) } };
}

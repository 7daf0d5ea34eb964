// AWS WAF for tests: what a web ACL, as the inputs of `aws.wafv2.WebAcl` describe it, does with a request. README.md has the limits.

import type * as aws from "@pulumi/aws";
import type { TerminatingAction } from "./actions";
import { Place } from "./inputs";
import { compileWebAcl } from "./web-acl";
import type { WebRequest } from "./web-request";
import type { World } from "./world";

/** As the SDK types them, without outputs in them, or as a recorded registration holds them. */
export type WebAclInputs =
  | (Pick<aws.wafv2.WebAclArgs, "defaultAction" | "rules"> & Partial<aws.wafv2.WebAclArgs>)
  | Readonly<Record<string, unknown>>;

export interface Evaluation {
  readonly action: TerminatingAction;
  /** The rule of the web ACL that ended the evaluation; absent where the default action did. */
  readonly terminatedBy?: string;
  /** Rules that matched without ending it; one inside a group is `<rule>/<rule of the group>`. */
  readonly counted: readonly string[];
  /** In full, in the order in which they were added. */
  readonly labels: readonly string[];
  /** Every rule of the web ACL that was evaluated, in order. */
  readonly evaluated: readonly string[];
}

/**
 * Rules run "from the lowest numeric priority setting on up until it either finds a match that terminates the evaluation or
 * exhausts all of the rules": https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html
 */
export function evaluateWebAcl(inputs: WebAclInputs, request: WebRequest, world: World = {}): Evaluation {
  const { rules, defaultAction } = compileWebAcl(new Place("webAcl", inputs), world);
  const evaluated: string[] = [];
  const counted: string[] = [];
  const labels = new Set<string>();
  for (const rule of rules) {
    evaluated.push(rule.name);
    const added: string[] = [];
    const outcome = rule.evaluate({ request, labels: [...labels], addLabel: (label) => added.push(label) });
    for (const label of [...added, ...outcome.labels]) {
      labels.add(label);
    }
    counted.push(...outcome.counted);
    if (outcome.terminatedWith !== undefined) {
      return { action: outcome.terminatedWith, terminatedBy: rule.name, counted, labels: [...labels], evaluated };
    }
  }
  return { action: defaultAction, counted, labels: [...labels], evaluated };
}

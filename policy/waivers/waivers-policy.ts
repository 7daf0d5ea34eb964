// The policy `waivers`: its config is the waivers themselves, its level is that of waivers that have expired. It has to be a policy,
// because Pulumi refuses an object without a level under any other name of a config file. Every run begins with the stack resource,
// so that is when the waivers are read; and the end, when the unused are known, is the last stack policy: this one.

import type {
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { messageOf } from "../findings";
import { reportAdvisory } from "../report";
import { type Rule, violated } from "../rule";
import { stackType } from "../sdk-policy";
import type { WaiverLedger } from "./ledger";
import { readWaivers } from "./read-waivers";
import { renewal, unusedLine } from "./wording";

export function waiversPolicy(
  rules: readonly Rule[],
  ledger: WaiverLedger,
  today: () => string,
): ResourceValidationPolicy & StackValidationPolicy {
  const begin = (args: ResourceValidationArgs, report: ReportViolation) => {
    ledger.begin(readWaivers(rules, args.getConfig()), today());
    for (const waiver of ledger.expired) {
      const { id, expires } = waiver;
      report(messageOf(violated(`waivers.${id}.expires`, `is ${expires}, which has passed`, renewal(waiver))));
    }
  };
  return {
    name: "waivers",
    description:
      "A waiver must be needed and within its last day, so that what it lets pass is put right or decided anew.",
    enforcementLevel: "mandatory",
    severity: "medium",
    remediationSteps: "Remove the waiver and put right what it covers, or agree on a later day with its owner.",
    validateResource: Object.assign(begin, { __pulumiType: stackType }),
    validateStack: (_: StackValidationArgs, report: ReportViolation) => {
      for (const waiver of ledger.unused) reportAdvisory(report, unusedLine(waiver));
    },
  };
}

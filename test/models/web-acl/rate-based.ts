// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html

import { compileForwardedIp } from "./forwarded-ip";
import type { Place } from "./inputs";
import type { Inspection, Matcher, RuleContext } from "./matcher";
import { compileNestable, LOGICAL_LEVELS } from "./statements";
import { entry } from "./world";

/**
 * Matches requests in its scope whose aggregation instance is "over the rule's limit". The world counts: AWS WAF checks now and
 * then and "does not guarantee an exact limit match".
 */
export function compileRateBased(statement: Place, context: RuleContext): Matcher {
  statement.only("aggregateKeyType", "evaluationWindowSec", "forwardedIpConfig", "limit", "scopeDownStatement");
  const limit = statement.required("limit").integer(10, 2_000_000_000);
  checkWindow(statement);
  const scopeDown = statement.optional("scopeDownStatement");
  const isInScope = scopeDown ? compileNestable(scopeDown, context, LOGICAL_LEVELS - 1) : () => true;
  const hasKey = compileAggregation(statement, scopeDown);
  const count = entry(context.world.rates, context.ruleName) ?? 0;
  return (inspection) => {
    // Evaluated even where the count is low: geo match labels what it inspects.
    const inScope = isInScope(inspection);
    const key = hasKey(inspection);
    return inScope && (key === "always" || (key === "counted" && count > limit));
  };
}

function checkWindow(statement: Place): void {
  const window = statement.optional("evaluationWindowSec");
  const seconds = window?.integer(60, 600);
  if (window && seconds !== undefined && ![60, 120, 300, 600].includes(seconds)) {
    throw window.refused(`must be 60, 120, 300 or 600; got ${seconds}`);
  }
}

type Aggregation = (inspection: Inspection) => "counted" | "never" | "always";

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-aggregation-options.html */
function compileAggregation(statement: Place, scopeDown: Place | undefined): Aggregation {
  const type = statement.optional("aggregateKeyType")?.oneOf(["IP", "FORWARDED_IP", "CONSTANT", "CUSTOM_KEYS"]) ?? "IP";
  if (type === "CUSTOM_KEYS") {
    throw statement.notModelled(type);
  }
  const config = statement.optional("forwardedIpConfig");
  if ((config !== undefined) !== (type === "FORWARDED_IP")) {
    throw statement.refused("forwardedIpConfig must be given with FORWARDED_IP and only with it");
  }
  if (type === "CONSTANT" && scopeDown === undefined) {
    throw statement.refused("CONSTANT, which counts all requests, needs a scopeDownStatement");
  }
  const forwarded = config && compileForwardedIp(config, false);
  return ({ request }) => {
    const addresses = forwarded ? forwarded(request) : [];
    return typeof addresses === "boolean" ? (addresses ? "always" : "never") : "counted";
  };
}

// https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html

import { NotModelled, type Place } from "./inputs";
import { compileRule, type Evaluate } from "./rules";
import type { World } from "./world";

export interface WebAcl {
  readonly defaultAction: "allow" | "block";
  /** In the order of their priorities. */
  readonly rules: readonly Rule[];
}

interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly evaluate: Evaluate;
}

const WITHOUT_EFFECT_ON_REQUESTS = [
  "captchaConfig",
  "challengeConfig",
  "customResponseBodies",
  "dataProtectionConfig",
  "description",
  "namePrefix",
  "region",
  "tags",
  "tagsAll",
  "tokenDomains",
  "visibilityConfig",
];

export function compileWebAcl(inputs: Place, world: World): WebAcl {
  inputs.only("associationConfig", "defaultAction", "name", "rules", "scope", ...WITHOUT_EFFECT_ON_REQUESTS);
  const scope = inputs.optional("scope");
  if (scope?.oneOf(["CLOUDFRONT", "REGIONAL"]) === "REGIONAL") {
    // How much of a body is inspected would depend on the kind of resource.
    throw scope.notModelled("REGIONAL");
  }
  // Pulumi names a web ACL without a name itself.
  const name = inputs.optional("name")?.textLike(/^[\w-]{1,128}$/) ?? "web-acl";
  const context = {
    world,
    labelPrefix: `awswaf:${world.accountId ?? "123456789012"}:webacl:${name}:`,
    bodyInspectionLimit: bodyInspectionLimitOf(inputs),
  };
  const rules = (inputs.optional("rules")?.list() ?? []).map((place): Rule => {
    place.only(
      ...["action", "captchaConfig", "challengeConfig", "name", "overrideAction"],
      ...["priority", "ruleLabels", "statement", "visibilityConfig"],
    );
    const ruleName = place.required("name").textLike(/^[\w-]{1,128}$/);
    place.required("visibilityConfig");
    const priority = place.required("priority").integer(0, 2 ** 31 - 1);
    return { name: ruleName, priority, evaluate: compileRule(place, { ...context, ruleName }) };
  });
  checkUnique(inputs, rules);
  checkRates(rules, world);
  return {
    defaultAction: defaultActionOf(inputs.required("defaultAction")),
    rules: rules.sort((left, right) => left.priority - right.priority),
  };
}

function defaultActionOf(place: Place): "allow" | "block" {
  return place.only("allow", "block").choice().kind === "allow" ? "allow" : "block";
}

/** 16 KB unless the web ACL pays for more: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-setting-body-inspection-limit.html */
function bodyInspectionLimitOf(inputs: Place): number {
  const bodies =
    inputs.optional("associationConfig")?.only("requestBodies").optional("requestBodies")?.list(0, 1) ?? [];
  const limit = bodies[0]?.optional("cloudfront")?.required("defaultSizeInspectionLimit");
  const kilobytes = limit?.oneOf(["KB_16", "KB_32", "KB_48", "KB_64"]) ?? "KB_16";
  return Number(kilobytes.slice("KB_".length)) * 1024;
}

/** Names and priorities: each "must all be different" within a web ACL. */
function checkUnique(inputs: Place, rules: readonly Rule[]): void {
  for (const key of ["name", "priority"] as const) {
    const values = rules.map((rule) => rule[key]);
    const repeated = values.find((value, index) => values.indexOf(value) < index);
    if (repeated !== undefined) {
      throw inputs.refused(`two rules have the ${key} ${repeated}`);
    }
  }
}

/** A count for a rule that is not there would be a test that passes for the wrong reason. */
function checkRates(rules: readonly Rule[], world: World): void {
  const unknown = Object.keys(world.rates ?? {}).find((name) => !rules.some((rule) => rule.name === name));
  if (unknown !== undefined) {
    throw new NotModelled(`the world has a rate for ${unknown}, which is no rule of this web ACL`);
  }
}

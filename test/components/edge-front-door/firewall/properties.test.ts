// What holds for every firewall that is valid: AWS would take it, and it has as many rules as were counted before.

import fc from "fast-check";
import { type FirewallArgs, ManagedRuleGroup, QUOTAS, RuleAction } from "../../../../components";
import { capacityOf } from "../../../../components/edge-front-door/firewall/capacity";
import { checkFirewall } from "../../../../components/edge-front-door/firewall/check-firewall";
import {
  countRules,
  type ManagedFirewall,
  planFirewall,
} from "../../../../components/edge-front-door/firewall/plan-firewall";
import { buildRules } from "../../../../components/edge-front-door/firewall/rules";
import { evaluateWebAcl } from "../../../models/web-acl/evaluate-web-acl";
import { domain, firewall, pathPrefix } from "./arbitrary-firewall";
import { emitFirewall, requestFor } from "./emitted-firewall";
import { existingIpSetArn, ruleGroupArn } from "./everything";

const context = { quotas: QUOTAS, domainNames: ["www.example.com", "*.example.org"] };
const world = {
  ipSets: { allowed: [], blocked: [], [existingIpSetArn]: [] },
  ruleGroups: { [ruleGroupArn]: () => [] },
};

function plan(args: FirewallArgs): ManagedFirewall {
  const planned = planFirewall(args, context.domainNames);
  if (planned.kind !== "managed") {
    throw new Error("no web ACL");
  }
  return planned;
}

const rulesOf = (args: FirewallArgs) =>
  buildRules(plan(args), {
    allowed: args.allowedAddresses ? ["allowed", existingIpSetArn] : [],
    blocked: args.blockedAddresses ? ["blocked"] : [],
  });

test("a valid firewall has no problems", () => {
  fc.assert(fc.property(firewall, (args) => expect(checkFirewall("firewall", args, context)).toEqual([])));
});

test("it has as many rules as are counted before, with names and places of their own", () => {
  fc.assert(
    fc.property(firewall, (args) => {
      const rules = rulesOf(args);
      expect(rules).toHaveLength(countRules(args));
      expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
      const places = rules.map(({ priority }) => Number(priority));
      expect(new Set(places).size).toBe(rules.length);
      expect(places.filter((place) => !Number.isInteger(place) || place < 0 || place > 9_999_999)).toEqual([]);
    }),
  );
});

test("AWS takes it: kinds, limits, and logic nested no deeper than the provider knows", () => {
  const ownPage = requestFor("/", "https://www.example.com/");
  fc.assert(
    fc.property(firewall, (args) => {
      const { action } = evaluateWebAcl({ defaultAction: { allow: {} }, rules: rulesOf(args) }, ownPage, world);
      // Nobody is on the allow list of this world.
      expect(action).toBe(args.allowedAddresses ? "block" : "allow");
    }),
  );
});

test("no rule allows but a custom one that says so", () => {
  fc.assert(
    fc.property(firewall, (args) => {
      const allowing = rulesOf(args).filter(({ action }) => JSON.stringify(action ?? {}).includes("allow"));
      const asked = (args.customRules ?? []).filter(({ action }) => action === RuleAction.Allow);
      expect(allowing.map((rule) => rule.name)).toEqual(asked.map((rule) => rule.name));
    }),
  );
});

test("more of anything never takes less capacity", () => {
  fc.assert(
    fc.property(firewall, pathPrefix, domain, (args, folder, other) => {
      const before = capacityOf(plan(args));
      const { hotlinkProtection = {}, rateLimits = [] } = args;
      const more = {
        ...args,
        hotlinkProtection: { ...hotlinkProtection, allowedSites: [...(hotlinkProtection.allowedSites ?? []), other] },
        rateLimits: [...rateLimits, { name: "more", limit: 10, pathPrefix: folder }],
        ruleGroups: Object.values(ManagedRuleGroup),
      };
      expect(capacityOf(plan(more))).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("the front door emits just these rules", async () => {
  await fc.assert(
    fc.asyncProperty(firewall, async (args) => {
      const { rules, evaluate } = await emitFirewall(args);
      expect(rules).toHaveLength(countRules(args));
      expect(() => evaluate(requestFor("/"), world)).not.toThrow();
    }),
    { numRuns: 6 },
  );
}, 60_000);

// Firewalls at random, for what must hold for all of them.

import fc from "fast-check";
import {
  BotInspectionLevel,
  type FirewallArgs,
  FirewallPreset,
  ManagedRuleGroup,
  RuleAction,
  Sensitivity,
} from "../../../../components";
import { existingIpSetArn, methodIs, ruleGroupArn } from "./everything";

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const memberOf = <Value extends string>(members: Readonly<Record<string, Value>>) =>
  fc.constantFrom(...Object.values(members));
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/);
export const pathPrefix = fc.stringMatching(/^(\/[A-Za-z0-9_-]{1,8}){1,3}\/?$/);
export const domain = fc.stringMatching(/^[a-z][a-z0-9]{0,8}\.(com|example\.net)$/);
const site = fc.oneof(
  domain,
  domain.map((each) => `*.${each}`),
);
const limitAction = fc.constantFrom(RuleAction.Block, RuleAction.Count, RuleAction.Captcha, RuleAction.Challenge);
const overrides = fc.dictionary(fc.stringMatching(/^[A-Z]{1,5}$/), memberOf(RuleAction), { maxKeys: 3 });

const addresses = fc.record({
  ipv4: fc.array(fc.constantFrom("192.0.2.0/24", "198.51.100.7/32"), { minLength: 1, maxLength: 2 }),
  ipv6: fc.array(fc.constantFrom("2001:db8:1::/48", "2001:db8:2::/64"), { maxLength: 2 }),
  existingIpSetArns: maybe(fc.constant<string[]>([existingIpSetArn])),
});

/** Names of their own, so that no two rules are called the same. */
const uniquely = <Value extends { name: string }>(value: fc.Arbitrary<Value>, prefix: string, maxLength: number) =>
  fc
    .uniqueArray(value, { selector: (each) => each.name, maxLength })
    .map((list) => list.map((each) => ({ ...each, name: `${prefix}${each.name}` })));

/** Of every argument of a managed firewall, valid together. */
export const firewall: fc.Arbitrary<FirewallArgs> = fc
  .record({
    preset: maybe(memberOf(FirewallPreset)),
    ruleGroups: maybe(fc.array(memberOf(ManagedRuleGroup), { minLength: 1, maxLength: 9 })),
    ownRuleGroups: maybe(
      uniquely(
        fc.oneof(
          fc.record({ name, ruleGroupArn: fc.constant(ruleGroupArn), capacity: maybe(fc.nat({ max: 100 })) }),
          fc.record({ name, vendorName: fc.constant("F5") }),
        ),
        "own-",
        3,
      ),
    ),
    allowedAddresses: maybe(addresses),
    blockedAddresses: maybe(addresses),
    rateLimits: maybe(
      uniquely(
        fc.record({
          name,
          limit: fc.integer({ min: 10, max: 2_000_000_000 }),
          windowSeconds: fc.constantFrom(undefined, 60, 120, 300, 600),
          pathPrefix: maybe(pathPrefix),
          action: maybe(limitAction),
        }),
        "limit-",
        10,
      ),
    ),
    hotlinkProtection: maybe(
      fc.record({
        pathPrefixes: maybe(fc.array(pathPrefix, { minLength: 1, maxLength: 4 })),
        allowedSites: maybe(fc.array(site, { maxLength: 5 })),
        allowEmptyReferer: maybe(fc.boolean()),
        allowHttpSites: maybe(fc.boolean()),
      }),
    ),
    antiDdos: maybe(fc.record({ sensitivityToBlock: maybe(memberOf(Sensitivity)) })),
    botControl: maybe(
      fc.record({
        inspectionLevel: maybe(memberOf(BotInspectionLevel)),
        pathPrefixes: maybe(fc.array(pathPrefix, { minLength: 1, maxLength: 3 })),
      }),
    ),
    customRules: maybe(
      uniquely(
        fc.record({ name, statement: fc.constant(methodIs("TRACE")), action: maybe(memberOf(RuleAction)) }),
        "custom-",
        5,
      ),
    ),
    bodyInspectionKilobytes: fc.constantFrom(undefined, 16, 32, 48, 64),
  })
  .chain((args) =>
    // Overrides of groups that are there: the first of AWS's, and every one of one's own.
    fc.tuple(fc.constant(args), overrides).map(([made, actions]): FirewallArgs => {
      const groups = [...(made.ruleGroups ?? []).slice(0, 1), ...(made.ownRuleGroups ?? []).map((group) => group.name)];
      return { ...made, ruleOverrides: Object.fromEntries(groups.map((group) => [group, actions])) };
    }),
  );

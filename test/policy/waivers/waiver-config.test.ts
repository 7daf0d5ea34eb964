import Ajv from "ajv";
import { PolicyConfigError, validateConfig } from "../../../policy/config";
import { configSchema } from "../../../policy/config-schema";
import { rules } from "../../../policy/pack";
import { readWaivers } from "../../../policy/waivers/read-waivers";
import { terms, waiver } from "../kit/waivers";

const matchesSchema = new Ajv({ strict: true }).compile(configSchema(rules));

function problemsOf(waivers: unknown): readonly string[] {
  try {
    validateConfig(rules, { waivers }, "policy/prod.json");
    return [];
  } catch (error) {
    if (!(error instanceof PolicyConfigError)) throw error;
    return error.problems;
  }
}

test.each<[string, unknown]>([
  ["no waiver", {}],
  ["a waiver", { "waf-move": terms() }],
  ["one without a ticket", { "waf-move": terms({ ticket: undefined }) }],
  ["several", { a: terms(), "0-b": terms({ policy: "s3-tls-only", resource: "*" }) }],
  ["a level beside them", { enforcementLevel: "advisory", a: terms() }],
  ["a level alone", "disabled"],
  ["a URN as resource", { a: terms({ resource: "urn:pulumi:prod::shop::aws:sqs/queue:Queue::orders" }) }],
  ["a URN with wildcards", { a: terms({ resource: "*::aws:sqs/queue:Queue::orders-*" }) }],
  ["a name with brackets and other letters", { a: terms({ resource: "größe (2)[a-z]+$" }) }],
  ["an address as ticket", { a: terms({ ticket: "https://tickets.example.com/OPS-123?a=b" }) }],
  ["an address as owner", { a: terms({ owner: "sam.o'neil@example.com" }) }],
  ["a reason with every sign", { a: terms({ reason: 'until (then): a "b" – $& \\ `c` 😀' }) }],
  ["the last day of February in a leap year", { a: terms({ expires: "2028-02-29" }) }],
])("accepts %s, in its own words and by the schema", (_title, waivers) => {
  const config: unknown = JSON.parse(JSON.stringify({ waivers }));
  expect(() => validateConfig(rules, config, "policy/prod.json")).not.toThrow();
  expect(matchesSchema(config)).toBe(true);
});

const resourceForm = 'must be a name or a URN, such as "site-*" or "urn:pulumi:prod::*::site-*"';
const ownerForm = 'must be one line of text without brackets and colons, such as "edge-team"';
const ticketForm = 'must be text without blanks and brackets, such as "OPS-123"';
const dayForm = 'must be a day, such as "2027-01-31"';
const ruleForm = 'must be the name of a rule, such as "cloudfront-waf"';
const reasonForm = 'must be one line of text, such as "the firewall moves to the new account in January"';

test.each<[string, unknown, string[]]>([
  ["a list", [terms()], ["waivers: must be an object of waivers by their ids"]],
  ["a level that does not exist", "on", ['waivers: must be one of "advisory", "mandatory", "disabled"']],
  [
    "a level that does not exist beside waivers",
    { enforcementLevel: "remediate" },
    ['waivers.enforcementLevel: must be one of "advisory", "mandatory", "disabled"'],
  ],
  [
    "ids that are none",
    { "Waf move": terms(), "": terms(), ["a".repeat(65)]: terms(), "\u001b[2J": terms() },
    ["Waf move", "", "a".repeat(65), "\u001b[2J"].map(
      (id) => `waivers[${JSON.stringify(id)}]: is no id; use at most 64 lower-case letters, digits and hyphens`,
    ),
  ],
  [
    "text for a waiver",
    { a: "cloudfront-waf" },
    ["waivers.a: must be an object with policy, resource, reason, owner, expires"],
  ],
  [
    "nothing in a waiver",
    { a: {} },
    [
      `waivers.a.policy: is missing; it ${ruleForm}`,
      `waivers.a.resource: is missing; it ${resourceForm}`,
      `waivers.a.reason: is missing; it ${reasonForm}`,
      `waivers.a.owner: is missing; it ${ownerForm}`,
      `waivers.a.expires: is missing; it ${dayForm}`,
    ],
  ],
  [
    "a misspelt rule",
    { a: terms({ policy: "cloudfront-waff" }) },
    ['waivers.a.policy: is not a rule of this pack; did you mean "cloudfront-waf"?'],
  ],
  ["a pattern for the rule", { a: terms({ policy: "cloudfront-*" }) }, [`waivers.a.policy: ${ruleForm}`]],
  [
    "the waivers themselves as rule",
    { a: terms({ policy: "waivers" }) },
    [expect.stringMatching(/^waivers\.a\.policy: is not a rule of this pack; known are cloudfront-viewer-https, /)],
  ],
  ["an empty resource", { a: terms({ resource: "" }) }, [`waivers.a.resource: ${resourceForm}`]],
  [
    "a resource that no URN is like",
    { a: terms({ resource: "aws:sqs/queue:Queue::orders" }) },
    [`waivers.a.resource: ${resourceForm}`],
  ],
  ["a resource over two lines", { a: terms({ resource: "site\n::b" }) }, [`waivers.a.resource: ${resourceForm}`]],
  ["a list of resources", { a: terms({ resource: ["site"] }) }, [`waivers.a.resource: ${resourceForm}`]],
  ["a blank reason", { a: terms({ reason: "  " }) }, [`waivers.a.reason: ${reasonForm}`]],
  ["a reason over two lines", { a: terms({ reason: "a\nb" }) }, [`waivers.a.reason: ${reasonForm}`]],
  ["a reason that clears the screen", { a: terms({ reason: "\u001b[2Jok" }) }, [`waivers.a.reason: ${reasonForm}`]],
  ["a reason written backwards", { a: terms({ reason: "ok\u202eko" }) }, [`waivers.a.reason: ${reasonForm}`]],
  ["an owner with a colon", { a: terms({ owner: "team: edge" }) }, [`waivers.a.owner: ${ownerForm}`]],
  ["an owner with a ticket in it", { a: terms({ owner: "edge (OPS-1)" }) }, [`waivers.a.owner: ${ownerForm}`]],
  ["a number as owner", { a: terms({ owner: 7 }) }, [`waivers.a.owner: ${ownerForm}`]],
  ["a ticket of two words", { a: terms({ ticket: "OPS 123" }) }, [`waivers.a.ticket: ${ticketForm}`]],
  ["an empty ticket", { a: terms({ ticket: "" }) }, [`waivers.a.ticket: ${ticketForm}`]],
  ["a day in another order", { a: terms({ expires: "31.01.2027" }) }, [`waivers.a.expires: ${dayForm}`]],
  ["a time", { a: terms({ expires: "2027-01-31T12:00:00Z" }) }, [`waivers.a.expires: ${dayForm}`]],
  ["a day without noughts", { a: terms({ expires: "2027-1-31" }) }, [`waivers.a.expires: ${dayForm}`]],
  ["a month too many", { a: terms({ expires: "2027-13-01" }) }, [`waivers.a.expires: ${dayForm}`]],
  [
    "keys that a waiver does not have",
    { a: terms({ expiry: "2027-01-31", enforcementLevel: "advisory" }) },
    [
      'waivers.a.expiry: is not a key of a waiver; did you mean "expires"?',
      "waivers.a.enforcementLevel: is not a key of a waiver; known are policy, resource, reason, owner, ticket, expires",
    ],
  ],
  [
    "everything at once",
    { a: terms({ policy: "nope", owner: undefined }), b: terms({ expires: "soon" }), C: terms() },
    [
      expect.stringMatching(/^waivers\.a\.policy: is not a rule of this pack; known are /),
      `waivers.a.owner: is missing; it ${ownerForm}`,
      `waivers.b.expires: ${dayForm}`,
      'waivers["C"]: is no id; use at most 64 lower-case letters, digits and hyphens',
    ],
  ],
])("refuses %s, in its own words and by the schema", (_title, waivers, problems) => {
  expect(problemsOf(waivers)).toEqual(problems);
  expect(matchesSchema(JSON.parse(JSON.stringify({ waivers })))).toBe(false);
});

test.each(["2027-02-29", "2027-02-30", "2027-04-31", "2100-02-29"])(
  "refuses %s, which the schema cannot tell from a day of the calendar",
  (expires) => {
    expect(problemsOf({ a: terms({ expires }) })).toEqual(["waivers.a.expires: is not a day of the calendar"]);
  },
);

test("the waivers of a config are read as they are, each with its id", () => {
  expect(readWaivers(rules, { "waf-move": terms() })).toEqual([waiver()]);
  expect(readWaivers(rules, {})).toEqual([]);
});

test("a waiver that is wrong stops the pack with one error for all of them", () => {
  expect(() => readWaivers(rules, { a: terms({ owner: 1 }), b: terms({ expires: "soon" }) })).toThrow(
    `policy config: 2 problems\n  waivers.a.owner: ${ownerForm}\n  waivers.b.expires: ${dayForm}`,
  );
});

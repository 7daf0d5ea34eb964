import { toPolicies } from "../../../../policy/pack";
import { requireUniqueAliases } from "../../../../policy/rules/cloudfront/require-unique-aliases";
import { toPolicy } from "../../../../policy/sdk-policy";
import { distribution, distributionType, multitenantType, tenantType } from "../../kit/distributions";
import { type Example, isResourcePolicy, judgeResource, judgeStack, unknown, urnOf } from "../../kit/judge";
import { terms } from "../../kit/waivers";

const policy = toPolicy(requireUniqueAliases);
const fix =
  "fix: leave it in one of them; to move it, take it out of one in a first deployment and add it to the other in a second";
const claimedBy = (path: string, others: string) =>
  `${path}: is claimed by ${others} as well, and CloudFront answers CNAMEAlreadyExists; ${fix}`;

const site = (name: string, aliases: unknown, change: object = {}): Example => ({
  type: distributionType,
  name,
  props: distribution({ aliases, ...change }),
});
const tenant = (name: string, ...domains: unknown[]): Example => ({
  type: tenantType,
  name,
  props: { distributionId: "E1", domains: domains.map((domain) => ({ domain })) },
});

describe("refuses", () => {
  test("two distributions with one alias, and says so of both", () => {
    const [shop, old] = [site("shop", ["a.example", "shop.example"]), site("old", ["shop.example"])];
    expect(judgeStack(policy, [shop, old])).toMatchObject({
      violations: [claimedBy("aliases[0]", "shop"), claimedBy("aliases[1]", "old")],
      urns: [urnOf(old), urnOf(shop)],
      undecided: undefined,
    });
  });

  test("two tenants with one domain, whatever their distributions", () => {
    const [acme, globex] = [tenant("acme", "acme.example"), tenant("globex", "globex.example", "acme.example")];
    expect(judgeStack(policy, [acme, globex])).toMatchObject({
      violations: [claimedBy("domains[0].domain", "globex"), claimedBy("domains[1].domain", "acme")],
      urns: [urnOf(acme), urnOf(globex)],
    });
  });

  test("a distribution and a tenant, and names each of several others", () => {
    const all = [site("shop", ["x.example"]), tenant("one", "x.example"), tenant("two", "x.example")];
    expect(judgeStack(policy, all).violations).toEqual([
      claimedBy("aliases[0]", "one, two"),
      claimedBy("domains[0].domain", "shop, two"),
      claimedBy("domains[0].domain", "one, shop"),
    ]);
  });

  test("the same name in capitals, and the same wildcard", () => {
    const all = [site("shop", ["Shop.example", "*.shop.example"]), site("old", ["shop.EXAMPLE", "*.shop.example"])];
    expect(judgeStack(policy, all).urns).toHaveLength(4);
  });

  test("what is known, beside what is not", () => {
    const all = [site("shop", ["a.example", unknown]), site("old", ["a.example"])];
    expect(judgeStack(policy, all)).toMatchObject({
      violations: [claimedBy("aliases[0]", "shop"), claimedBy("aliases[0]", "old")],
      undecided: "shop:aliases[1]",
    });
  });
});

describe("accepts", () => {
  const nothing = { violations: [], urns: [], undecided: undefined, advisories: [] };

  test.each<[string, Example[]]>([
    ["different names", [site("shop", ["a.example"]), site("old", ["b.example"]), tenant("acme", "c.example")]],
    ["a wildcard beside a name that it covers", [site("shop", ["*.example.com"]), site("api", ["api.example.com"])]],
    ["a name that one distribution lists twice", [site("shop", ["a.example", "a.example"]), site("old", [])]],
    [
      "a staging distribution with the names of its primary",
      [site("shop", ["a.example"]), site("next", ["a.example"], { staging: true })],
    ],
    ["distributions without names", [site("shop", undefined), site("old", [])]],
    [
      "a multi-tenant distribution, which has none",
      [{ type: multitenantType, name: "tier", props: {} }, site("shop", ["a.example"])],
    ],
    ["an unknown name that nobody else could claim", [site("shop", unknown)]],
    [
      "a tenant's unknown name beside its multi-tenant distribution",
      [{ type: multitenantType, name: "tier", props: {} }, tenant("acme", unknown)],
    ],
    [
      "what is not CloudFront's",
      [{ type: "aws:route53/record:Record", name: "a", props: { name: "a.example" } }, site("shop", ["a.example"])],
    ],
  ])("%s", (_title, examples) => {
    expect(judgeStack(policy, examples)).toMatchObject(nothing);
  });
});

describe("cannot decide", () => {
  test.each<[string, Example, string]>([
    ["a list that is not known", site("shop", unknown), "shop:aliases"],
    ["a name that is not known", site("shop", ["a.example", unknown]), "shop:aliases[1]"],
    ["a tenant's domain that is not known", tenant("shop", unknown), "shop:domains[0].domain"],
    ["a tenant's domains that are not known", { ...tenant("shop"), props: { domains: unknown } }, "shop:domains"],
  ])("on %s, beside another distribution", (_title, example, path) => {
    expect(judgeStack(policy, [example, site("other", ["b.example"])])).toMatchObject({
      violations: [],
      undecided: path,
    });
  });
});

test("looks at the stack alone", () => {
  expect(isResourcePolicy(policy)).toBe(false);
});

test("says the same as an advisory where a waiver holds, of the resource that it names", () => {
  const policies = toPolicies([requireUniqueAliases], () => "2027-01-31");
  const [waived, waivers] = [policies[0], policies.at(-1)];
  if (waived === undefined || waivers === undefined) throw new Error("nothing to waive");
  const stack = { type: "pulumi:pulumi:Stack", props: {} };
  judgeResource(waivers, stack, { "an-id": terms({ policy: requireUniqueAliases.name, resource: "old" }) });
  const { violations, urns, advisories } = judgeStack(waived, [
    site("shop", ["a.example"]),
    site("old", ["a.example"]),
  ]);
  expect(urns).toEqual([urnOf(site("shop", []))]);
  expect(violations).toHaveLength(1);
  expect(advisories).toEqual([
    `waived until 2027-01-31 by edge-team (OPS-123): the firewall is being moved\n${requireUniqueAliases.reason}\n${claimedBy("aliases[0]", "shop")}`,
  ]);
});

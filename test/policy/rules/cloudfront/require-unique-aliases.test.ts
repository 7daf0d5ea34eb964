import { requireUniqueAliases } from "../../../../policy/rules/cloudfront/require-unique-aliases";
import { toPolicy } from "../../../../policy/sdk-policy";
import { distribution, distributionType, multitenantType, tenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, isResourcePolicy, judgeStack, unknown } from "../../kit/judge";

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
const other = site("other", ["b.example"]);

testJoin(requireUniqueAliases, {
  violating: {
    "two distributions with one alias": {
      stack: [site("shop", ["a.example", "shop.example"]), site("old", ["shop.example"])],
      messages: { old: [claimedBy("aliases[0]", "shop")], shop: [claimedBy("aliases[1]", "old")] },
    },
    "two tenants with one domain, whatever their distributions": {
      stack: [tenant("acme", "acme.example"), tenant("globex", "globex.example", "acme.example")],
      messages: {
        acme: [claimedBy("domains[0].domain", "globex")],
        globex: [claimedBy("domains[1].domain", "acme")],
      },
    },
    "a distribution and two tenants, each of which names the others": {
      stack: [site("shop", ["x.example"]), tenant("one", "x.example"), tenant("two", "x.example")],
      messages: {
        shop: [claimedBy("aliases[0]", "one, two")],
        one: [claimedBy("domains[0].domain", "shop, two")],
        two: [claimedBy("domains[0].domain", "one, shop")],
      },
    },
    "the same name in capitals, and the same wildcard": {
      stack: [site("shop", ["Shop.example", "*.shop.example"]), site("old", ["shop.EXAMPLE", "*.shop.example"])],
      messages: {
        shop: [claimedBy("aliases[0]", "old"), claimedBy("aliases[1]", "old")],
        old: [claimedBy("aliases[0]", "shop"), claimedBy("aliases[1]", "shop")],
      },
    },
  },
  clean: {
    "different names": [site("shop", ["a.example"]), other, tenant("acme", "c.example")],
    "a wildcard beside a name that it covers": [site("shop", ["*.example.com"]), site("api", ["api.example.com"])],
    "a name that one distribution lists twice": [site("shop", ["a.example", "a.example"]), site("old", [])],
    "a staging distribution with the names of its primary": [
      site("shop", ["a.example"]),
      site("next", ["a.example"], { staging: true }),
    ],
    "distributions without names": [site("shop", undefined), site("old", [])],
    "a multi-tenant distribution, which has none": [
      { type: multitenantType, name: "tier", props: {} },
      site("shop", ["a.example"]),
    ],
    "an unknown name that nobody else could claim": [site("shop", unknown)],
    "a tenant's unknown name beside its multi-tenant distribution": [
      { type: multitenantType, name: "tier", props: {} },
      tenant("acme", unknown),
    ],
    "what is not CloudFront's": [
      { type: "aws:route53/record:Record", name: "a", props: { name: "a.example" } },
      site("shop", ["a.example"]),
    ],
  },
  unknown: {
    "a list that is not known": { stack: [site("shop", unknown), other], undecided: "shop:aliases" },
    "a name that is not known": {
      stack: [site("shop", ["a.example", unknown]), other],
      undecided: "shop:aliases[1]",
    },
    "a tenant's domain that is not known": {
      stack: [tenant("shop", unknown), other],
      undecided: "shop:domains[0].domain",
    },
    "a tenant's domains that are not known": {
      stack: [{ ...tenant("shop"), props: { domains: unknown } }, other],
      undecided: "shop:domains",
    },
  },
});

test("what is known is judged beside what is not", () => {
  const all = [site("shop", ["a.example", unknown]), site("old", ["a.example"])];
  expect(judgeStack(policy, all)).toMatchObject({
    violations: [claimedBy("aliases[0]", "shop"), claimedBy("aliases[0]", "old")],
    undecided: "shop:aliases[1]",
  });
});

test("looks at the stack alone", () => {
  expect(isResourcePolicy(policy)).toBe(false);
});

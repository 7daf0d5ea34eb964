// Block lists and allow lists: IP sets exactly, and whom they let in.

import { type AddressListArgs, type FirewallArgs, ManagedRuleGroup } from "../../../../components";
import { emitFirewall, ipSetArn } from "./emitted-firewall";
import { existingIpSetArn } from "./everything";

const from = (clientIp: string) => ({ uri: "/", clientIp });
const isIn = (arn: string) => ({ ipSetReferenceStatement: { arn } });
const ipv4: AddressListArgs = { ipv4: ["192.0.2.0/24", "198.51.100.7/32"] };
const ipv6: AddressListArgs = { ipv6: ["2001:db8:1::/48"] };
const both: AddressListArgs = { ...ipv4, ...ipv6 };
const existing: AddressListArgs = { existingIpSetArns: [existingIpSetArn] };

async function statementsOf(firewall: FirewallArgs) {
  const { rules } = await emitFirewall(firewall);
  return rules.filter(({ name }) => /-addresses$/.test(name)).map(({ name, statement }) => [name, statement]);
}

describe("IP sets", () => {
  test("are made for each family that is named, in us-east-1 and for CloudFront", async () => {
    const { inputsOf, resources } = await emitFirewall(
      { allowedAddresses: both, blockedAddresses: both },
      { tags: { team: "web" } },
    );
    for (const role of ["allowed", "blocked"]) {
      const shared = { region: "us-east-1", scope: "CLOUDFRONT", tags: { team: "web" } };
      expect(inputsOf(`site-${role}-ipv4`)).toEqual({ ...shared, ipAddressVersion: "IPV4", addresses: ipv4.ipv4 });
      expect(inputsOf(`site-${role}-ipv6`)).toEqual({ ...shared, ipAddressVersion: "IPV6", addresses: ipv6.ipv6 });
    }
    expect(resources.filter(({ type }) => type === "aws:wafv2/ipSet:IpSet")).toHaveLength(4);
  });

  test("are not made for a family that is not named, nor for sets made elsewhere", async () => {
    const { resources } = await emitFirewall({
      allowedAddresses: { ...ipv6, ...existing },
      blockedAddresses: existing,
    });
    const made = resources.filter(({ type }) => type === "aws:wafv2/ipSet:IpSet").map(({ name }) => name);
    expect(made).toEqual(["site-allowed-ipv6"]);
  });
});

describe("a rule names", () => {
  const v4 = isIn(ipSetArn("site-blocked-ipv4"));
  const v6 = isIn(ipSetArn("site-blocked-ipv6"));

  test.each([
    ["one family", ipv4, v4],
    ["both", both, { orStatement: { statements: [v4, v6] } }],
    ["one made elsewhere", existing, isIn(existingIpSetArn)],
    ["all", { ...both, ...existing }, { orStatement: { statements: [v4, v6, isIn(existingIpSetArn)] } }],
  ])("%s: any of them blocks", async (_title, blockedAddresses, statement) => {
    expect(await statementsOf({ blockedAddresses })).toEqual([["blocked-addresses", statement]]);
  });

  test("none of those that are allowed: whoever is in no set is blocked", async () => {
    const not = (statement: object) => ({ notStatement: { statement } });
    expect(await statementsOf({ allowedAddresses: { ...both, ...existing } })).toEqual([
      [
        "allowed-addresses",
        {
          andStatement: {
            statements: [
              not(isIn(ipSetArn("site-allowed-ipv4"))),
              not(isIn(ipSetArn("site-allowed-ipv6"))),
              not(isIn(existingIpSetArn)),
            ],
          },
        },
      ],
    ]);
    expect(await statementsOf({ allowedAddresses: ipv6 })).toEqual([
      ["allowed-addresses", not(isIn(ipSetArn("site-allowed-ipv6")))],
    ]);
  });

  test("nothing, and there is none, unless addresses are named", async () => {
    expect(await statementsOf({})).toEqual([]);
  });
});

describe("an allow list", () => {
  let front: Awaited<ReturnType<typeof emitFirewall>>;

  beforeAll(async () => {
    front = await emitFirewall({ allowedAddresses: both });
  });

  test.each([
    ["192.0.2.1", "allow"],
    ["198.51.100.7", "allow"],
    ["198.51.100.8", "block"],
    ["203.0.113.10", "block"],
    ["2001:db8:1::1", "allow"],
    ["2001:db8:2::1", "block"],
  ])("of both families: %s, %s", (clientIp, expected) => {
    expect(front.evaluate(from(clientIp)).action).toBe(expected);
  });

  test("of IPv4 alone needs a distribution without IPv6, and blocks IPv6 where it comes all the same", async () => {
    await expect(emitFirewall({ allowedAddresses: ipv4 })).rejects.toThrow(
      "firewall.allowedAddresses and ipv6: must not combine allow list without IPv6 addresses and IPv6",
    );
    const { evaluate } = await emitFirewall({ allowedAddresses: ipv4 }, { ipv6: false });
    expect(evaluate(from("192.0.2.1")).action).toBe("allow");
    expect(evaluate(from("2001:db8:1::1")).action).toBe("block");
  });

  test("with an empty list of IPv6 says that nobody of that family may come", async () => {
    const { evaluate, inputsOf } = await emitFirewall({ allowedAddresses: { ...ipv4, ipv6: [] } });
    expect(inputsOf("site-allowed-ipv6").addresses).toEqual([]);
    expect(evaluate(from("192.0.2.1")).action).toBe("allow");
    expect(evaluate(from("2001:db8:1::1"))).toMatchObject({ action: "block", terminatedBy: "allowed-addresses" });
  });

  test("of sets made elsewhere", async () => {
    const { evaluate } = await emitFirewall({ allowedAddresses: existing });
    const world = { ipSets: { [existingIpSetArn]: ["203.0.113.0/24", "2001:db8:9::/48"] } };
    expect(evaluate(from("203.0.113.10"), world).action).toBe("allow");
    expect(evaluate(from("2001:db8:9::1"), world).action).toBe("allow");
    expect(evaluate(from("192.0.2.1"), world).action).toBe("block");
  });

  test("never allows: who is on it still meets every other rule", async () => {
    const { evaluate, rules } = await emitFirewall({
      allowedAddresses: both,
      blockedAddresses: { ipv4: ["192.0.2.66/32"] },
      rateLimits: [{ name: "all", limit: 100 }],
    });
    expect(rules.filter(({ action }) => action !== undefined && "allow" in action)).toEqual([]);
    expect(evaluate(from("192.0.2.66")).terminatedBy).toBe("blocked-addresses");
    expect(evaluate(from("192.0.2.1"), { rates: { "rate-all": 101 } }).terminatedBy).toBe("rate-all");
    const managedRuleGroups = { [ManagedRuleGroup.Core]: () => [{ rule: "x", action: "block" as const }] };
    expect(evaluate(from("192.0.2.1"), { managedRuleGroups }).terminatedBy).toBe(ManagedRuleGroup.Core);
  });

  test("believes no header that says where a request is from", () => {
    const headers = { "X-Forwarded-For": "192.0.2.1", "X-Real-IP": "192.0.2.1", Forwarded: "for=192.0.2.1" };
    expect(front.evaluate({ uri: "/", clientIp: "203.0.113.10", headers }).action).toBe("block");
  });
});

test("a block list of both families blocks whoever is on it", async () => {
  const { evaluate } = await emitFirewall({ blockedAddresses: both });
  const viewers = ["192.0.2.1", "198.51.100.7", "2001:db8:1::1", "192.0.3.1", "198.51.100.8", "2001:db8:2::1"];
  expect(viewers.map((clientIp) => evaluate(from(clientIp)).action)).toEqual([
    ...Array(3).fill("block"),
    ...Array(3).fill("allow"),
  ]);
});

import { admits, letsOut } from "./security-groups";
import { type EmittedResource, Stack } from "./stack";

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

function stackOf(...inputs: EmittedResource["inputs"][]): Stack {
  const resources = ["Ingress", "Egress"].flatMap((direction) =>
    inputs.map((each, index) => ({
      type: `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`,
      name: `${direction}-${index}`,
      inputs: each,
      outputs: {},
    })),
  );
  return new Stack(resources, "eu-central-1", { serviceSecurityGroupId: "sg-cf", prefixListId: "pl-cf" });
}

const byGroup = stackOf({ securityGroupId: "sg-own", referencedSecurityGroupId: "sg-peer", ...HTTPS });
const byAddresses = stackOf({ securityGroupId: "sg-own", prefixListId: "pl-cf", ...HTTPS });

describe.each([
  ["in", admits],
  ["out", letsOut],
])("a rule lets %s", (_direction, lets) => {
  test("those it names, on its ports, through the group that has it", () => {
    expect(lets(byGroup, ["sg-own"], { securityGroupIds: ["sg-peer"] }, 443)).toBe(true);
    expect(lets(byGroup, ["sg-other", "sg-own"], { securityGroupIds: ["sg-x", "sg-peer"] }, 443)).toBe(true);
    expect(lets(byGroup, ["sg-own"], { securityGroupIds: ["sg-peer"] }, 80)).toBe(false);
    expect(lets(byGroup, ["sg-own"], { securityGroupIds: ["sg-own"] }, 443)).toBe(false);
    expect(lets(byGroup, ["sg-peer"], { securityGroupIds: ["sg-own"] }, 443)).toBe(false);
  });

  test("addresses by their list", () => {
    expect(lets(byAddresses, ["sg-own"], { securityGroupIds: [], prefixListIds: ["pl-cf"] }, 443)).toBe(true);
    expect(lets(byAddresses, ["sg-own"], { securityGroupIds: ["pl-cf"] }, 443)).toBe(false);
  });
});

test("without a rule nobody gets in or out", () => {
  expect(admits(stackOf(), ["sg-own"], { securityGroupIds: ["sg-own"] }, 443)).toBe(false);
  expect(letsOut(stackOf(), ["sg-own"], { securityGroupIds: ["sg-own"] }, 443)).toBe(false);
});

test("a rule for ranges of addresses throws", () => {
  const open = stackOf({ securityGroupId: "sg-own", cidrIpv4: "0.0.0.0/0", ...HTTPS });
  expect(() => admits(open, ["sg-own"], { securityGroupIds: ["sg-peer"] }, 443)).toThrow("cidrIpv4 is not modelled");
});

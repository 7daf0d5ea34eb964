import { refuseOpenAdminPorts } from "../../../../policy/rules/ec2/refuse-open-admin-ports";
import { refuseOpenPorts } from "../../../../policy/rules/ec2/refuse-open-ports";
import { requireRuleDescriptions } from "../../../../policy/rules/ec2/require-rule-descriptions";
import { judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const group = "aws:ec2/securityGroup:SecurityGroup";
const oldRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ssh = { ipProtocol: "tcp", fromPort: 22, toPort: 22 };
const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
const fix = "fix: name the addresses or the security group that may connect";

testRule(refuseOpenAdminPorts, {
  type,
  violating: {
    "SSH for everybody": {
      props: { ...ssh, cidrIpv4: "0.0.0.0/0" },
      messages: [`cidrIpv4: lets everybody reach port 22; ${fix}`],
    },
    "half of everybody": {
      props: { ...ssh, cidrIpv4: "128.0.0.0/1" },
      messages: [`cidrIpv4: lets everybody reach port 22; ${fix}`],
    },
    "all of IPv6 that is given out": {
      props: { ...ssh, cidrIpv6: "2000::/3" },
      messages: [`cidrIpv6: lets everybody reach port 22; ${fix}`],
    },
    "ports of -1, which are all": {
      props: { ipProtocol: "tcp", fromPort: -1, toPort: -1, cidrIpv4: "0.0.0.0/0" },
      messages: [`cidrIpv4: lets everybody reach every port; ${fix}`],
    },
    "everything over IPv6": {
      props: { ipProtocol: "-1", cidrIpv6: "::/0" },
      messages: [`cidrIpv6: lets everybody reach every port; ${fix}`],
    },
    "a range of ports in a group": {
      type: group,
      props: {
        ingress: [
          { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
          { protocol: "6", fromPort: "3000", toPort: "9000", cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] },
        ],
      },
      messages: [`ingress[1].cidrBlocks[1]: lets everybody reach port 3000, 3306, 3389 and others; ${fix}`],
    },
    "a rule of the older kind": {
      type: oldRule,
      props: { type: "ingress", protocol: "udp", fromPort: 3389, toPort: 3389, ipv6CidrBlocks: ["::/0"] },
      messages: [`ipv6CidrBlocks[0]: lets everybody reach port 3389; ${fix}`],
    },
  },
  clean: {
    "SSH for a large network of IPv4": { props: { ...ssh, cidrIpv4: "224.0.0.0/3" } },
    "SSH for an office": { props: { ...ssh, cidrIpv4: "203.0.113.0/24" } },
    "HTTPS for everybody": { props: { ...https, cidrIpv4: "0.0.0.0/0" } },
    "HTTPS for a network that is not known": { props: { ...https, cidrIpv4: unknown } },
    "SSH from another group": { props: { ...ssh, referencedSecurityGroupId: unknown } },
    "ICMP, which has no ports": { props: { ipProtocol: "icmp", fromPort: -1, toPort: -1, cidrIpv4: "0.0.0.0/0" } },
    "what goes out": { type: oldRule, props: { type: "egress", protocol: "-1", cidrBlocks: ["0.0.0.0/0"] } },
    "a group without rules": { type: group, props: {} },
  },
  unknown: {
    "a computed network": { props: { ...ssh, cidrIpv4: unknown }, path: "cidrIpv4" },
    "a computed port": {
      props: { ipProtocol: "tcp", fromPort: unknown, toPort: 22, cidrIpv4: "0.0.0.0/0" },
      path: "fromPort",
    },
    "a computed protocol": { props: { ipProtocol: unknown, cidrIpv4: "0.0.0.0/0" }, path: "ipProtocol" },
    "computed rules": { type: group, props: { ingress: unknown }, path: "ingress" },
    "a computed rule": { type: group, props: { ingress: [unknown] }, path: "ingress[0]" },
    "a computed direction": { type: oldRule, props: { type: unknown }, path: "type" },
  },
});

const more = `lets everybody reach more than the ports of web servers; ${fix}`;
testRule(refuseOpenPorts, {
  type,
  violating: {
    "a port of its own": {
      props: { ipProtocol: "tcp", fromPort: 8443, toPort: 8443, cidrIpv4: "0.0.0.0/0" },
      messages: [`cidrIpv4: ${more}`],
    },
    "a range that holds 443": {
      props: { ipProtocol: "tcp", fromPort: 80, toPort: 443, cidrIpv6: "::/0" },
      messages: [`cidrIpv6: ${more}`],
    },
  },
  clean: {
    HTTPS: { props: { ...https, cidrIpv4: "0.0.0.0/0" } },
    "a port inside": { props: { ...ssh, cidrIpv4: "10.0.0.0/8" } },
  },
  unknown: { "a computed network": { props: { ...ssh, cidrIpv4: unknown }, path: "cidrIpv4" } },
});

test("the config names ports that may be open besides", () => {
  const props = { ipProtocol: "tcp", fromPort: 8443, toPort: 8443, cidrIpv4: "0.0.0.0/0" };
  expect(judgeRule(refuseOpenPorts, { type, props }, { openPorts: ["8443"] }).violations).toEqual([]);
});

const what = "is not set; fix: say what the rule is for";
testRule(requireRuleDescriptions, {
  type,
  violating: {
    "a rule without a word": { props: { ...https }, messages: [`description: ${what}`] },
    "rules in a group": {
      type: group,
      props: { ingress: [{ description: "" }], egress: [{ description: "to the world" }, {}] },
      messages: [`egress[1].description: ${what}`, `ingress[0].description: ${what}`],
    },
  },
  clean: {
    "a description": { props: { description: "visitors" } },
    "a group without rules": { type: group, props: {} },
  },
  unknown: {
    "a computed description": { props: { description: unknown }, path: "description" },
    "computed rules": { type: group, props: { egress: unknown }, path: "egress" },
  },
});

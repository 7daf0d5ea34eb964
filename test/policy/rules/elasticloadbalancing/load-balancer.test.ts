import { requireAccessLog } from "../../../../policy/rules/elasticloadbalancing/require-access-log";
import { requireDeletionProtection } from "../../../../policy/rules/elasticloadbalancing/require-deletion-protection";
import { requireDesyncMitigation } from "../../../../policy/rules/elasticloadbalancing/require-desync-mitigation";
import { requireHeaderChecks } from "../../../../policy/rules/elasticloadbalancing/require-header-checks";
import { requireHealthCheckHttps } from "../../../../policy/rules/elasticloadbalancing/require-health-check-https";
import { requireInternalVpcOrigin } from "../../../../policy/rules/elasticloadbalancing/require-internal-vpc-origin";
import { requireTargetHttps } from "../../../../policy/rules/elasticloadbalancing/require-target-https";
import { requireLoadBalancerWaf } from "../../../../policy/rules/elasticloadbalancing/require-waf";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:lb/loadBalancer:LoadBalancer";
const classic = "aws:elb/loadBalancer:LoadBalancer";
const network = { loadBalancerType: "network" };

testRule(requireDesyncMitigation, {
  type,
  violating: {
    "a mode that only counts": {
      props: { desyncMitigationMode: "monitor" },
      messages: ['desyncMitigationMode: is "monitor"; fix: set it to "defensive" or "strictest"'],
    },
    "the same of a classic one": {
      type: classic,
      props: { desyncMitigationMode: "monitor" },
      messages: ['desyncMitigationMode: is "monitor"; fix: set it to "defensive" or "strictest"'],
    },
  },
  clean: { "the default": { props: {} }, strictest: { props: { desyncMitigationMode: "strictest" } } },
  unknown: { "a computed mode": { props: { desyncMitigationMode: unknown }, path: "desyncMitigationMode" } },
});

testRule(requireHeaderChecks, {
  type,
  violating: {
    "the default": { props: {}, messages: ["dropInvalidHeaderFields: is not set; fix: set it to true"] },
    "headers passed on": {
      props: { loadBalancerType: "application", dropInvalidHeaderFields: false },
      messages: ["dropInvalidHeaderFields: is not true; fix: set it to true"],
    },
  },
  clean: {
    "headers dropped": { props: { dropInvalidHeaderFields: true } },
    "a network load balancer": { props: network },
  },
  unknown: {
    "a computed switch": { props: { dropInvalidHeaderFields: unknown }, path: "dropInvalidHeaderFields" },
    "a computed type": { props: { loadBalancerType: unknown }, path: "loadBalancerType" },
  },
});

testRule(requireAccessLog, {
  type,
  violating: {
    "no log": { props: {}, messages: ["accessLogs: is not set; fix: set bucket and enabled true in it"] },
    "a log that is off": {
      props: { accessLogs: { bucket: "logs" } },
      messages: ["accessLogs.enabled: is not set; fix: set it to true"],
    },
    "a classic one without a log": {
      type: classic,
      props: {},
      messages: ["accessLogs: is not set; fix: set bucket and enabled true in it"],
    },
  },
  clean: {
    "a log": { props: { accessLogs: { bucket: "logs", enabled: true } } },
    "a classic one with a log": { type: classic, props: { accessLogs: { bucket: unknown } } },
    "a network load balancer": { props: network },
  },
  unknown: {
    "a computed log": { props: { accessLogs: unknown }, path: "accessLogs" },
    "a computed type": { props: { loadBalancerType: unknown }, path: "loadBalancerType" },
  },
});

testRule(requireDeletionProtection, {
  type,
  violating: {
    "no protection": { props: network, messages: ["enableDeletionProtection: is not set; fix: set it to true"] },
    "protection off": {
      props: { enableDeletionProtection: false },
      messages: ["enableDeletionProtection: is not true; fix: set it to true"],
    },
  },
  clean: { protection: { props: { enableDeletionProtection: true } } },
  unknown: { "a computed switch": { props: { enableDeletionProtection: unknown }, path: "enableDeletionProtection" } },
});

testRule(requireTargetHttps, {
  type: "aws:lb/targetGroup:TargetGroup",
  violating: {
    HTTP: { props: { protocol: "HTTP" }, messages: ['protocol: is "HTTP"; fix: set it to "HTTPS"'] },
    "HTTP in small letters": { props: { protocol: "http" }, messages: ['protocol: is "HTTP"; fix: set it to "HTTPS"'] },
  },
  clean: { HTTPS: { props: { protocol: "HTTPS" } }, TCP: { props: { protocol: "TCP" } }, "a function": { props: {} } },
  unknown: { "a computed protocol": { props: { protocol: unknown }, path: "protocol" } },
});

testRule(requireHealthCheckHttps, {
  type: "aws:lb/targetGroup:TargetGroup",
  violating: {
    "no protocol": {
      props: { protocol: "HTTPS" },
      messages: ['healthCheck.protocol: is not set, which is "HTTP"; fix: set it to "HTTPS"'],
    },
    HTTP: {
      props: { protocol: "HTTPS", healthCheck: { protocol: "HTTP" } },
      messages: ['healthCheck.protocol: is not HTTPS; fix: set it to "HTTPS"'],
    },
  },
  clean: {
    HTTPS: { props: { protocol: "HTTPS", healthCheck: { protocol: "HTTPS" } } },
    "targets that speak HTTP": { props: { protocol: "HTTP" } },
    "no health check": { props: { protocol: "HTTPS", healthCheck: { enabled: false } } },
  },
  unknown: {
    "a computed health check": { props: { protocol: "HTTPS", healthCheck: unknown }, path: "healthCheck" },
    "a computed protocol": { props: { protocol: unknown }, path: "protocol" },
  },
});

const balancer = (props: object = {}): Example => ({ type, name: "balancer", props: { ...props } });
const association: Example = {
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  name: "association",
  props: { resourceArn: unknown },
  sources: { resourceArn: ["balancer"] },
};
const noAcl = "(resource): has no web ACL; fix: create an aws.wafv2.WebAclAssociation for it";

const grouped = { ...balancer({ securityGroups: [unknown] }), sources: { securityGroups: ["group"] } };
const group: Example = { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: {} };
const ingress = (props: object): Example => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "ingress",
  props: { securityGroupId: unknown, ipProtocol: "tcp", fromPort: 443, toPort: 443, ...props },
  sources: { securityGroupId: ["group"] },
});

testJoin(requireLoadBalancerWaf, {
  violating: {
    "no web ACL": { stack: [balancer()], messages: { balancer: [noAcl] } },
    "a group that lets everybody in": {
      stack: [grouped, group, ingress({ cidrIpv4: "0.0.0.0/0" })],
      messages: { balancer: [noAcl] },
    },
    "a second group that is elsewhere": {
      stack: [
        { ...grouped, props: { securityGroups: [unknown, "sg-1"] } },
        group,
        ingress({ prefixListId: "pl-a1b2c3" }),
      ],
      messages: { balancer: [noAcl] },
    },
    "a web ACL of another": {
      stack: [balancer({ arn: "arn:a" }), { ...association, props: { resourceArn: "arn:b" }, sources: {} }],
      messages: { balancer: [noAcl] },
    },
  },
  clean: {
    "a web ACL": [balancer(), association],
    "an internal one": [balancer({ internal: true })],
    "a network load balancer": [balancer(network)],
    "one that only CloudFront reaches": [grouped, group, ingress({ prefixListId: "pl-a1b2c3" })],
    "one that only CloudFront reaches, by its group's id": [
      { ...balancer({ securityGroups: ["sg-1"] }) },
      { ...group, props: { id: "sg-1" } },
      { ...ingress({ securityGroupId: "sg-1", prefixListId: "pl-a1b2c3" }), sources: {} },
    ],
    "one that may be internal": [balancer({ internal: unknown })],
  },
  unknown: {},
});

const vpcOrigin = (arn: unknown, sources: string[] = []): Example => ({
  type: "aws:cloudfront/vpcOrigin:VpcOrigin",
  name: "origin",
  props: { vpcOriginEndpointConfig: { arn } },
  sources: { vpcOriginEndpointConfig: sources },
});

testJoin(requireInternalVpcOrigin, {
  violating: {
    "a public load balancer": {
      stack: [balancer(), vpcOrigin(unknown, ["balancer"])],
      messages: { balancer: ["internal: is not set; fix: set it to true"] },
    },
    "a public one by its ARN": {
      stack: [balancer({ arn: "arn:a", internal: false }), vpcOrigin("arn:a")],
      messages: { balancer: ["internal: is not true; fix: set it to true"] },
    },
  },
  clean: {
    "an internal one": [balancer({ internal: true }), vpcOrigin(unknown, ["balancer"])],
    "a public one that is no VPC origin": [balancer(), vpcOrigin("arn:b")],
  },
  unknown: {
    "a computed switch": {
      stack: [balancer({ internal: unknown }), vpcOrigin(unknown, ["balancer"])],
      undecided: "balancer:internal",
    },
  },
});

import { closeDefaultSecurityGroup } from "../../../../policy/rules/ec2/close-default-security-group";
import { refuseAutomaticPublicAddresses } from "../../../../policy/rules/ec2/refuse-automatic-public-addresses";
import { refuseOpenEndpointService } from "../../../../policy/rules/ec2/refuse-open-endpoint-service";
import { requireEndpointPolicy } from "../../../../policy/rules/ec2/require-endpoint-policy";
import { requireFlowLog } from "../../../../policy/rules/ec2/require-flow-log";
import { requireHopLimit } from "../../../../policy/rules/ec2/require-hop-limit";
import { requireImdsv2 } from "../../../../policy/rules/ec2/require-imdsv2";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
const defaultGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const vpc = (props: object = {}): Example => ({ type: "aws:ec2/vpc:Vpc", name: "vpc", props: { ...props } });
const inVpc = (type: string, vpcId: unknown = unknown): Example => ({
  type,
  name: "part",
  props: { vpcId },
  sources: { vpcId: vpcId === unknown ? ["vpc"] : [] },
});

testRule(closeDefaultSecurityGroup, {
  type: defaultGroup,
  violating: {
    "a way in": { props: { ingress: [{ protocol: "-1" }] }, messages: ["ingress: has rules; fix: leave it out"] },
    "a way out": { props: { egress: [{}] }, messages: ["egress: has rules; fix: leave it out"] },
  },
  clean: { "no way": { props: { vpcId: unknown } }, "empty lists": { props: { ingress: [], egress: [] } } },
  unknown: { "computed rules": { props: { ingress: unknown }, path: "ingress" } },
});

const ruleOf = (type: string, securityGroupId: unknown = unknown, sources = ["part"]): Example => ({
  type,
  name: "rule",
  props: { securityGroupId, cidrIpv4: "10.0.0.0/8" },
  sources: { securityGroupId: sources },
});
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const reopened = "securityGroupId: is the default security group of a VPC; fix: name a security group of its own";
const open = "(resource): keeps its open default security group; fix: create an aws.ec2.DefaultSecurityGroup for it";
testJoin(closeDefaultSecurityGroup, {
  violating: {
    "a VPC alone": { stack: [vpc()], messages: { vpc: [open] } },
    "a group of another VPC": {
      stack: [vpc({ id: "vpc-1" }), inVpc(defaultGroup, "vpc-2")],
      messages: { vpc: [open] },
    },
    "a closed group with a rule beside it": {
      stack: [vpc(), inVpc(defaultGroup), ruleOf("aws:ec2/securityGroupRule:SecurityGroupRule")],
      messages: { rule: [reopened] },
    },
    "a way in beside it": {
      stack: [vpc(), inVpc(defaultGroup), ruleOf(ingressRule)],
      messages: { rule: [reopened] },
    },
    "a way out beside it, by id": {
      stack: [
        { type: defaultGroup, name: "part", props: { id: "sg-1" } },
        ruleOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "sg-1", []),
      ],
      messages: { rule: [reopened] },
    },
  },
  clean: {
    "a rule of another group": [vpc(), inVpc(defaultGroup), ruleOf(ingressRule, "sg-2", [])],
    "a rule of a group of the VPC": [
      vpc(),
      inVpc(defaultGroup),
      { type: "aws:ec2/securityGroup:SecurityGroup", name: "own", props: {} },
      ruleOf(ingressRule, unknown, ["own"]),
    ],
    "a closed group": [vpc(), inVpc(defaultGroup)],
    "a closed group by id": [vpc({ id: "vpc-1" }), inVpc(defaultGroup, "vpc-1")],
  },
  unknown: {},
});

const flowLog = "aws:ec2/flowLog:FlowLog";
const silent = "(resource): has no flow log; fix: create an aws.ec2.FlowLog for it";
testJoin(requireFlowLog, {
  violating: {
    "a VPC alone": { stack: [vpc()], messages: { vpc: [silent] } },
    "a log of another VPC": { stack: [vpc({ id: "vpc-1" }), inVpc(flowLog, "vpc-2")], messages: { vpc: [silent] } },
  },
  clean: { "a log": [vpc(), inVpc(flowLog)], "a log by id": [vpc({ id: "vpc-1" }), inVpc(flowLog, "vpc-1")] },
  unknown: {},
});

testRule(refuseAutomaticPublicAddresses, {
  type: "aws:ec2/subnet:Subnet",
  violating: {
    "a subnet": {
      props: { mapPublicIpOnLaunch: true },
      messages: ["mapPublicIpOnLaunch: is true; fix: set it to false"],
    },
    "a launch template": {
      type: launchTemplate,
      props: { networkInterfaces: [{}, { associatePublicIpAddress: "true" }] },
      messages: ["networkInterfaces[1].associatePublicIpAddress: is true; fix: set it to false"],
    },
  },
  clean: { "the default": { props: {} }, "a launch template": { type: launchTemplate, props: {} } },
  unknown: {
    "a computed switch": { props: { mapPublicIpOnLaunch: unknown }, path: "mapPublicIpOnLaunch" },
    "computed interfaces": { type: launchTemplate, props: { networkInterfaces: unknown }, path: "networkInterfaces" },
  },
});

const tokens = 'fix: set it to "required"';
const instance = "aws:ec2/instance:Instance";
testRule(requireImdsv2, {
  type: launchTemplate,
  violating: {
    "the default": { props: {}, messages: [`metadataOptions.httpTokens: is not set; ${tokens}`] },
    "optional tokens": {
      type: instance,
      props: { metadataOptions: { httpTokens: "optional" }, launchTemplate: { id: unknown } },
      messages: [`metadataOptions.httpTokens: is "optional"; ${tokens}`],
    },
  },
  clean: {
    "required tokens": { props: { metadataOptions: { httpTokens: "required" } } },
    "no metadata service": { props: { metadataOptions: { httpEndpoint: "disabled" } } },
    "an instance of a launch template": { type: instance, props: { launchTemplate: { id: unknown } } },
  },
  unknown: { "computed options": { props: { metadataOptions: unknown }, path: "metadataOptions" } },
});

const hops = "metadataOptions.httpPutResponseHopLimit: is more than 1; fix: set it to 1";
testRule(requireHopLimit, {
  type: launchTemplate,
  violating: {
    "two hops": { props: { metadataOptions: { httpPutResponseHopLimit: 2 } }, messages: [hops] },
    "many, as text": { props: { metadataOptions: { httpPutResponseHopLimit: "64" } }, messages: [hops] },
  },
  clean: { "one hop": { props: { metadataOptions: { httpPutResponseHopLimit: 1 } } }, "the default": { props: {} } },
  unknown: {
    "a computed limit": {
      props: { metadataOptions: { httpPutResponseHopLimit: unknown } },
      path: "metadataOptions.httpPutResponseHopLimit",
    },
  },
});

const serviceType = "aws:ec2/vpcEndpointService:VpcEndpointService";
const unasked = "lets every account connect unasked; fix: set acceptanceRequired to true or name the accounts";
testRule(refuseOpenEndpointService, {
  type: serviceType,
  violating: {
    everybody: {
      props: { acceptanceRequired: false, allowedPrincipals: ["*"] },
      messages: [`allowedPrincipals[0]: ${unasked}`],
    },
    "everybody among others": {
      props: { acceptanceRequired: false, allowedPrincipals: ["arn:aws:iam::123456789012:root", "*"] },
      messages: [`allowedPrincipals[1]: ${unasked}`],
    },
  },
  clean: {
    "everybody who is accepted": { props: { acceptanceRequired: true, allowedPrincipals: ["*"] } },
    "an account": { props: { acceptanceRequired: false, allowedPrincipals: ["arn:aws:iam::123456789012:root"] } },
    "nobody else": { props: { acceptanceRequired: false } },
  },
  unknown: {
    "computed principals": {
      props: { acceptanceRequired: false, allowedPrincipals: unknown },
      path: "allowedPrincipals",
    },
    "a computed switch": {
      props: { acceptanceRequired: unknown, allowedPrincipals: ["*"] },
      path: "acceptanceRequired",
    },
  },
});

const service = (acceptanceRequired: boolean): Example => ({
  type: serviceType,
  name: "service",
  props: { acceptanceRequired },
});
const principal = (principalArn: string, name = "principal"): Example => ({
  type: "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
  name,
  props: { principalArn, vpcEndpointServiceId: unknown },
  sources: { vpcEndpointServiceId: ["service"] },
});
testJoin(refuseOpenEndpointService, {
  violating: {
    "everybody beside it": {
      stack: [service(false), principal("*")],
      messages: { principal: [`principalArn: ${unasked}`] },
    },
    "everybody beside an account": {
      stack: [service(false), principal("arn:aws:iam::123456789012:root", "account"), principal("*")],
      messages: { principal: [`principalArn: ${unasked}`] },
    },
  },
  clean: {
    "everybody who is accepted": [service(true), principal("*")],
    "an account": [service(false), principal("arn:aws:iam::123456789012:root")],
  },
  unknown: {},
});

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const all = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const everything =
  "policy.Statement[0]: allows everything to everybody; fix: name the actions, resources or principals";
testRule(requireEndpointPolicy, {
  type: endpointType,
  violating: {
    "AWS's own policy": { props: { policy: document(all) }, messages: [everything] },
    "all of a service": { props: { policy: document({ ...all, Action: ["s3:*"] }) }, messages: [everything] },
    "all but a few": {
      props: { policy: document({ ...all, Action: undefined, NotAction: "s3:DeleteBucket" }) },
      messages: [everything],
    },
  },
  clean: {
    "an organization": {
      props: { policy: document({ ...all, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1" } } }) },
    },
    "one bucket": { props: { policy: document({ ...all, Resource: "arn:aws:s3:::shop/*" }) } },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

const endpoint = (props: object = {}): Example => ({
  type: endpointType,
  name: "endpoint",
  props: { serviceName: "com.amazonaws.eu-central-1.s3", ...props },
});
const endpointPolicy: Example = {
  type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
  name: "policy",
  props: { vpcEndpointId: unknown, policy: document({ ...all, Action: "s3:GetObject" }) },
  sources: { vpcEndpointId: ["endpoint"] },
};
const noPolicy = "(resource): has no policy, which allows everything; fix: create an aws.ec2.VpcEndpointPolicy for it";
testJoin(requireEndpointPolicy, {
  violating: {
    "no policy": { stack: [endpoint()], messages: { endpoint: [noPolicy] } },
    "an empty policy": {
      stack: [endpoint({ policy: "", vpcEndpointType: "Interface" })],
      messages: { endpoint: [noPolicy] },
    },
  },
  clean: {
    "a policy beside it": [endpoint(), endpointPolicy],
    "a policy in it": [endpoint({ policy: unknown })],
    "somebody's own service": [endpoint({ serviceName: "com.amazonaws.vpce.eu-central-1.vpce-svc-0123" })],
    "an appliance": [endpoint({ vpcEndpointType: "GatewayLoadBalancer" })],
  },
  unknown: {},
});

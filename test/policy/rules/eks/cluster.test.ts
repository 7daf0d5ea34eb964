import { refuseOpenEndpoint } from "../../../../policy/rules/eks/refuse-open-endpoint";
import { requireAuditLog } from "../../../../policy/rules/eks/require-audit-log";
import { requirePrivateEndpoint } from "../../../../policy/rules/eks/require-private-endpoint";
import { requireRolePerWorkload } from "../../../../policy/rules/eks/require-role-per-workload";
import { requireSecretsKey } from "../../../../policy/rules/eks/require-secrets-key";
import { requireSupportedVersion } from "../../../../policy/rules/eks/require-supported-version";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:eks/cluster:Cluster";
const vpcConfig = (props: object) => ({ props: { vpcConfig: { subnetIds: [unknown], ...props } } });

const narrow = "fix: name the addresses that administer the cluster, or set endpointPublicAccess to false";
testRule(refuseOpenEndpoint, {
  type,
  violating: {
    "the default": {
      ...vpcConfig({}),
      messages: [`vpcConfig.publicAccessCidrs: is not set, which is every address; ${narrow}`],
    },
    "every address": {
      ...vpcConfig({ endpointPublicAccess: true, publicAccessCidrs: ["203.0.113.0/24", "0.0.0.0/0"] }),
      messages: [`vpcConfig.publicAccessCidrs[1]: is every address; ${narrow}`],
    },
    "two halves of every address": {
      ...vpcConfig({ publicAccessCidrs: ["0.0.0.0/1", "128.0.0.0/1"] }),
      messages: [0, 1].map((i) => `vpcConfig.publicAccessCidrs[${i}]: is every address; ${narrow}`),
    },
  },
  clean: {
    "no public endpoint": vpcConfig({ endpointPublicAccess: false }),
    "an office": vpcConfig({ publicAccessCidrs: ["203.0.113.0/24"] }),
  },
  unknown: {
    "a computed switch": { ...vpcConfig({ endpointPublicAccess: unknown }), path: "vpcConfig.endpointPublicAccess" },
    "computed addresses": { ...vpcConfig({ publicAccessCidrs: unknown }), path: "vpcConfig.publicAccessCidrs" },
    "a computed address": { ...vpcConfig({ publicAccessCidrs: [unknown] }), path: "vpcConfig.publicAccessCidrs[0]" },
    "a computed network": { props: { vpcConfig: unknown }, path: "vpcConfig" },
  },
});

testRule(requirePrivateEndpoint, {
  type,
  violating: {
    "the default": {
      ...vpcConfig({}),
      messages: ["vpcConfig.endpointPublicAccess: is not set, which is true; fix: set it to false"],
    },
    "a public endpoint for an office": {
      ...vpcConfig({ endpointPublicAccess: true, publicAccessCidrs: ["203.0.113.0/24"] }),
      messages: ["vpcConfig.endpointPublicAccess: is true; fix: set it to false"],
    },
    "no endpoint": {
      ...vpcConfig({ endpointPublicAccess: false }),
      messages: ["vpcConfig.endpointPrivateAccess: is not set; fix: set it to true"],
    },
  },
  clean: { "a private endpoint": vpcConfig({ endpointPublicAccess: false, endpointPrivateAccess: true }) },
  unknown: {
    "a computed switch": { ...vpcConfig({ endpointPublicAccess: unknown }), path: "vpcConfig.endpointPublicAccess" },
  },
});

const old = 'version: is not in standard support; fix: set it to "1.33" or newer';
testRule(requireSupportedVersion, {
  type,
  violating: {
    "an old version": { props: { version: "1.32" }, messages: [old] },
    "an older one that sorts after it": { props: { version: "1.9" }, messages: [old] },
    "old nodes": { type: "aws:eks/nodeGroup:NodeGroup", props: { version: "1.29" }, messages: [old] },
  },
  clean: {
    "the oldest": { props: { version: "1.33" } },
    "a newer one": { props: { version: "1.40" } },
    "the newest": { props: {} },
  },
  unknown: { "a computed version": { props: { version: unknown }, path: "version" } },
});

const audit = 'enabledClusterLogTypes: does not name "audit"; fix: add "audit"';
testRule(requireAuditLog, {
  type,
  violating: {
    "no log": { props: {}, messages: [audit] },
    "other logs": { props: { enabledClusterLogTypes: ["api"] }, messages: [audit] },
  },
  clean: { "an audit log": { props: { enabledClusterLogTypes: ["api", "audit"] } } },
  unknown: {
    "computed logs": { props: { enabledClusterLogTypes: unknown }, path: "enabledClusterLogTypes" },
    "a computed log": { props: { enabledClusterLogTypes: ["api", unknown] }, path: "enabledClusterLogTypes" },
  },
});

const key = "encryptionConfig.provider.keyArn: is not set; fix: set it to the ARN of a key of the account";
testRule(requireSecretsKey, {
  type,
  violating: {
    "no key": { props: {}, messages: [key] },
    "an empty key": { props: { encryptionConfig: { provider: { keyArn: "" } } }, messages: [key] },
  },
  clean: {
    "a key": { props: { encryptionConfig: { provider: { keyArn: "arn:aws:kms:a" }, resources: ["secrets"] } } },
  },
  unknown: { "a computed key": { props: { encryptionConfig: unknown }, path: "encryptionConfig" } },
});

const role: Example = { type: "aws:iam/role:Role", name: "role", props: {} };
const association = (name: string, roleArn: unknown = unknown, props: object = {}): Example => ({
  type: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  name,
  props: { clusterName: "shop", namespace: "shop", serviceAccount: name, roleArn, ...props },
  sources: { roleArn: roleArn === unknown ? ["role"] : [] },
});
const nodes: Example = {
  type: "aws:eks/nodeGroup:NodeGroup",
  name: "nodes",
  props: { nodeRoleArn: unknown },
  sources: { nodeRoleArn: ["role"] },
};
const shared = "roleArn: is also another workload's role; fix: create a role for it";

testJoin(requireRolePerWorkload, {
  violating: {
    "one role for two": {
      stack: [role, association("cart"), association("orders")],
      messages: { cart: [shared], orders: [shared] },
    },
    "one role for two by ARN": {
      stack: [association("cart", "arn:r"), association("orders", "arn:r")],
      messages: { cart: [shared], orders: [shared] },
    },
    "the role of the nodes": {
      stack: [role, nodes, association("cart")],
      messages: { cart: ["roleArn: is the role of the nodes; fix: create a role for it"] },
    },
  },
  clean: {
    "a role each": [association("cart", "arn:a"), association("orders", "arn:b")],
    "one workload in two clusters": [
      association("cart", "arn:a"),
      association("cart-2", "arn:a", { clusterName: "other", serviceAccount: "cart" }),
    ],
  },
  unknown: {},
});

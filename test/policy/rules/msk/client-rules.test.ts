import { isolateTenants } from "../../../../policy/rules/msk/isolate-tenants";
import { listReplicatedTopics } from "../../../../policy/rules/msk/list-replicated-topics";
import { requireConnectorLogs } from "../../../../policy/rules/msk/require-connector-logs";
import { requireConnectorTls } from "../../../../policy/rules/msk/require-connector-tls";
import { toPolicy } from "../../../../policy/sdk-policy";
import { judgeResource, judgeStack, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const arn = (kind: string, name: string) => `arn:aws:kafka:eu-central-1:123456789012:${kind}/shared/abcd-1${name}`;
const topic = (name: string) => arn("topic", `/${name}`);
const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const policy = (...statements: object[]) => ({ props: { policy: document(...statements) } });
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM
const tag = "${aws:PrincipalTag/tenant}";
const read = ["kafka-cluster:ReadData", "kafka-cluster:DescribeTopic"];
const connect = allow(["kafka-cluster:Connect"], arn("cluster", ""));
const everyAction =
  "policy.Statement[0]: allows kafka-cluster:*; fix: list the actions, such as kafka-cluster:ReadData";
const anyName =
  "policy.Statement[0]: reaches resources of any name; fix: name the cluster, its topics and its groups, and put a wildcard at the end only";
const noTenant = "policy.Statement[0]: reaches names of no tenant; fix: begin the names with one of the tenants";

testRule(isolateTenants, {
  type: "aws:iam/rolePolicy:RolePolicy",
  config: { tenants: ["acme", "globex"] },
  violating: {
    "every action, in any case": { ...policy(allow("Kafka-Cluster:*", topic("acme.*"))), messages: [everyAction] },
    "every topic": { ...policy(allow(read, topic("*"))), messages: [anyName] },
    "every resource": { ...policy(allow(read, "*")), messages: [anyName] },
    "every group": { ...policy(allow("kafka-cluster:AlterGroup", arn("group", "/*.acme"))), messages: [anyName] },
    "topics of any cluster, by a wildcard over all": {
      ...policy(allow(read, "arn:aws:kafka:*:*:*")),
      messages: [anyName],
    },
    "every resource but one": {
      ...policy(allow(read, undefined, { NotResource: topic("globex.*") })),
      messages: [anyName],
    },
    "a tenant whose name another's begins with": { ...policy(allow(read, topic("acmeco.*"))), messages: [noTenant] },
    "a wildcard right behind the tenant": { ...policy(allow(read, topic("acme*"))), messages: [noTenant] },
    "a wildcard right behind the tag": {
      ...policy(allow(read, topic(`${tag}*`))),
      messages: [noTenant],
    },
    "two tenants": {
      ...policy(allow(read, topic("acme.*")), allow(read, topic("globex.orders"))),
      messages: ["policy: lets one client reach the topics of several tenants; fix: write a policy for each tenant"],
    },
    "an inline policy of a role": {
      type: "aws:iam/role:Role",
      props: { inlinePolicies: [{ name: "kafka", policy: document(allow(read, "*")) }] },
      messages: [anyName.replace("policy.", "inlinePolicies[0].policy.")],
    },
    "the policy of a cluster": {
      ...policy(allow(read, topic("*"), { Principal: { AWS: "210987654321" } })),
      type: "aws:msk/clusterPolicy:ClusterPolicy",
      messages: [anyName],
    },
  },
  clean: {
    "one tenant": policy(
      connect,
      allow(read, [topic("acme.*"), topic("acme"), topic("acme-orders")]),
      allow("kafka-cluster:AlterGroup", arn("group", "/acme.*")),
    ),
    "the tenant that the role is tagged with": policy(allow(read, [topic(`${tag}.*`), topic(tag)])),
    "a denial": policy(allow("kafka-cluster:*", "*", { Effect: "Deny" })),
    "other services": policy(allow(["s3:GetObject", "kafka:DescribeCluster"], "*")),
    "a policy that is not known, which the stack decides": { props: { policy: unknown } },
    "a role without policies": { type: "aws:iam/role:Role", props: { assumeRolePolicy: document(connect) } },
  },
  unknown: {},
});

test("without a list of tenants names need only begin with something", () => {
  const judge = (name: string) =>
    judgeResource(toPolicy(isolateTenants), {
      type: "aws:iam/policy:Policy",
      ...policy(allow(read, [topic(name), topic("x.*")])),
    });
  expect(judge("orders*").violations).toEqual([]);
  expect(judge("?orders").violations).toEqual([anyName]);
});

test("a policy that is not known is undecided where it was made from a cluster", () => {
  const policies = ["from-cluster", "from-elsewhere"].map((name) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    name,
    props: { policy: unknown },
    sources: { policy: name === "from-cluster" ? ["cluster"] : [] },
  }));
  const cluster = { type: "aws:msk/serverlessCluster:ServerlessCluster", name: "cluster", props: {} };
  expect(judgeStack(toPolicy(isolateTenants), [cluster, ...policies])).toMatchObject({
    violations: [],
    undecided: "from-cluster:policy",
  });
});

const connector = "aws:mskconnect/connector:Connector";
const encryption = (encryptionType: unknown) => ({ props: { kafkaClusterEncryptionInTransit: { encryptionType } } });
const encryptionPath = "kafkaClusterEncryptionInTransit.encryptionType";

testRule(requireConnectorTls, {
  type: connector,
  violating: {
    "plain text": { ...encryption("PLAINTEXT"), messages: [`${encryptionPath}: is not "TLS"; fix: set it to "TLS"`] },
    "nothing said, which is plain text": {
      ...encryption(undefined),
      messages: [`${encryptionPath}: is not set; fix: set it to "TLS"`],
    },
  },
  clean: { TLS: encryption("TLS") },
  unknown: { "a computed protocol": { ...encryption(unknown), path: encryptionPath } },
});

const logs = (workerLogDelivery: unknown) => ({ props: { logDelivery: { workerLogDelivery } } });
const noLogs =
  "logDelivery.workerLogDelivery: has no place that is on; fix: set cloudwatchLogs, s3 or firehose with enabled true";

testRule(requireConnectorLogs, {
  type: connector,
  violating: {
    "nothing said": { props: {}, messages: [noLogs] },
    "a place that is off": { ...logs({ cloudwatchLogs: { enabled: false } }), messages: [noLogs] },
  },
  clean: { "one place": logs({ firehose: { enabled: true, deliveryStream: "logs" } }) },
  unknown: { "computed places": { ...logs(unknown), path: "logDelivery.workerLogDelivery" } },
});

const replicator = (topics: object, groups: object = { consumerGroupsToReplicates: ["acme.*"] }) => ({
  props: { replicationInfoList: { topicReplications: [topics], consumerGroupReplications: [groups] } },
});
const list = (path: string, exclude: string) =>
  `replicationInfoList.${path}[0]: fits every name; fix: list names, or say in ${exclude} what must not be copied`;

testRule(listReplicatedTopics, {
  type: "aws:msk/replicator:Replicator",
  violating: {
    "every topic": {
      ...replicator({ topicsToReplicates: [".*"] }),
      messages: [list("topicReplications[0].topicsToReplicates", "topicsToExcludes")],
    },
    "every topic and every group, in other words": {
      ...replicator(
        { topicsToReplicates: ["^.+$"] },
        { consumerGroupsToReplicates: ["(.*)"], consumerGroupsToExcludes: [] },
      ),
      messages: [
        list("consumerGroupReplications[0].consumerGroupsToReplicates", "consumerGroupsToExcludes"),
        list("topicReplications[0].topicsToReplicates", "topicsToExcludes"),
      ],
    },
  },
  clean: {
    "topics of a tenant": replicator({ topicsToReplicates: ["acme\\..*", "orders"] }),
    "every topic but some": replicator({ topicsToReplicates: [".*"], topicsToExcludes: ["private\\..*"] }),
  },
  unknown: {
    "computed lists": {
      props: { replicationInfoList: unknown },
      path: "replicationInfoList",
    },
    "a computed name": {
      ...replicator({ topicsToReplicates: [unknown] }),
      path: "replicationInfoList.topicReplications[0].topicsToReplicates[0]",
    },
  },
});

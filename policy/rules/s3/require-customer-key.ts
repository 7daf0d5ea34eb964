import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { pciDss, securityHubNist } from "../../frameworks";
import type { Finding, Rule, StackFinding } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { bucketType, configurationsOf, either, inline, only } from "./bucket";
import { logBuckets } from "./log-buckets";

const encryptionType = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const encryptWithKey = "create an aws.s3.BucketServerSideEncryptionConfiguration for it with an aws.kms.Key";
const kmsAlgorithms = new Set(["aws:kms", "aws:kms:dsse"]);

/** Every bucket encrypts with a KMS key of the account; those that take logs need not. */
export const requireCustomerKey: Rule = {
  name: "s3-customer-key",
  severity: "medium",
  reason:
    "Buckets must encrypt with a KMS key of the account: its policy and its log say who reads, and it can be withdrawn.",
  remediation:
    'Create an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm "aws:kms", kmsMasterKeyId the ARN of an aws.kms.Key, and bucketKeyEnabled true.',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  // The control accepts the key that AWS manages, and asks it of buckets with logs, too.
  frameworks: [securityHubNist("S3.17", "stricter"), pciDss("3.5.1")],
  profile: "strict",
  types: [encryptionType],
  *join(graph: ResourceGraph) {
    // Load balancers and server access logging write with keys of S3 only.
    const exempt = logBuckets(graph);
    const configurations = configurationsOf(graph, encryptionType);
    for (const bucket of graph.ofType(bucketType))
      if (!exempt.has(bucket)) yield* judge(bucket, configurations(bucket));
  },
};

function* judge(bucket: StackResource, configurations: readonly StackResource[]): Iterable<StackFinding> {
  for (const configuration of configurations)
    for (const finding of checkRules(configuration.properties.at("rules"))) yield about(configuration, finding);
  if (configurations.length > 0) return;
  const own = only(inline(bucket, "serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"));
  if (own.state === "absent") yield about(bucket, violated(wholeResource, "encrypts with a key of S3", encryptWithKey));
  else for (const finding of checkRule(either(own, "rule", "rules"))) yield about(bucket, finding);
}

function* checkRules(rules: Property): Iterable<Finding> {
  if (rules.state === "unknown") yield undecided(rules);
  for (const rule of rules.items) yield* checkRule(rule);
}

function* checkRule(rule: Property): Iterable<Finding> {
  const byDefault = either(rule, "applyServerSideEncryptionByDefault", "applyServerSideEncryptionByDefaults");
  const [algorithm, key] = [byDefault.at("sseAlgorithm"), byDefault.at("kmsMasterKeyId")];
  if (algorithm.state === "unknown") yield undecided(algorithm);
  else if (!kmsAlgorithms.has(algorithm.text ?? ""))
    yield violated(algorithm, "does not use KMS", 'set it to "aws:kms"');
  else yield* mustBeCustomerKey(key);
}

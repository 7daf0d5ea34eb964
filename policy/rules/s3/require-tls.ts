import type { Statement } from "../../aws/policy-document";
import { isEveryone, readPolicyDocument } from "../../aws/policy-document";
import type { ResourceGraph } from "../../aws/resource-graph";
import { cisFoundations, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { bucketsWithout, bucketType } from "./bucket";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const fix = 'deny s3:* to everyone on the bucket and on its objects where "aws:SecureTransport" is "false"';

/** Every bucket has a policy that denies requests over plain HTTP, to the bucket and to its objects. */
export const requireTls: Rule = {
  name: "s3-tls-only",
  severity: "high",
  reason:
    "Every bucket must refuse plain HTTP, because S3 answers on port 80 as well and signatures do not hide what is read.",
  remediation:
    'Add a statement to the bucket policy: Effect Deny, Principal "*", Action "s3:*", Resource the bucket\'s ARN and the same with "/*", Condition Bool "aws:SecureTransport" "false".',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit",
  frameworks: [securityHub("S3.5"), cisFoundations("5.0.0", "2.1.1"), cisFoundations("6.0.0", "3.1.1")],
  types: [policyType],
  *check({ properties }: Resource) {
    const policy = properties.at("policy");
    const document = readPolicyDocument(policy);
    if (document === "unknown") yield undecided(policy);
    else if (typeof document === "string") yield violated(policy, "is not a policy document", fix);
    else if (!deniesPlainHttp(document.statements))
      yield violated(policy, "does not deny requests over plain HTTP", fix);
  },
  *join(graph: ResourceGraph) {
    const inline = graph.ofType(bucketType).filter((bucket) => deniesInline(bucket.properties));
    for (const bucket of bucketsWithout(graph, graph.ofType(policyType))) {
      if (inline.includes(bucket)) continue;
      yield about(
        bucket,
        violated(wholeResource, "has no bucket policy that denies plain HTTP", `create an aws.s3.BucketPolicy: ${fix}`),
      );
    }
  },
};

/** `policy` on the bucket itself is the older way to write the same policy. */
function deniesInline(properties: Resource["properties"]): boolean {
  const document = readPolicyDocument(properties.at("policy"));
  return typeof document !== "string" && deniesPlainHttp(document.statements);
}

function deniesPlainHttp(statements: readonly Statement[]): boolean {
  const resources = statements.filter(isDenial).flatMap((statement) => statement.resources);
  return (
    resources.includes("*") ||
    resources.some((resource) => resource.endsWith("/*") && resources.includes(resource.slice(0, -2)))
  );
}

function isDenial(statement: Statement): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    statement.effect === "Deny" &&
    isEveryone(statement) &&
    statement.actions.some((action) => action === "s3:*" || action === "*") &&
    // A second condition would narrow the denial.
    others.length === 0 &&
    condition?.operator === "Bool" &&
    condition.key === "aws:securetransport" &&
    condition.values.length === 1 &&
    condition.values[0]?.toLowerCase() === "false"
  );
}

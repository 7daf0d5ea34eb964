import type { Statement } from "../../aws/policy-document";
import { readPolicyDocument } from "../../aws/policy-document";
import { deniesPlainHttp } from "../../aws/public-access";
import type { ResourceGraph } from "../../aws/resource-graph";
import { cisFoundations, pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { bucketsWithout, inline } from "./bucket";

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
  frameworks: [
    securityHub("S3.5"),
    pciDss("4.2.1"),
    cisFoundations("5.0.0", "2.1.1"),
    cisFoundations("6.0.0", "3.1.1"),
  ],
  profile: "baseline",
  types: [policyType],
  *check({ properties }: Resource) {
    const policy = properties.at("policy");
    const document = readPolicyDocument(policy);
    if (document === "unknown") yield undecided(policy);
    else if (typeof document === "string") yield violated(policy, "is not a policy document", fix);
    else if (!refusesPlainHttp(document.statements))
      yield violated(policy, "does not deny requests over plain HTTP", fix);
  },
  *join(graph: ResourceGraph) {
    for (const bucket of bucketsWithout(graph, policyType)) {
      // `policy` on the bucket itself is the older way to write the same policy.
      const document = readPolicyDocument(inline(bucket, "policy"));
      if (document === "unknown") yield about(bucket, undecided("policy"));
      if (document === "unknown" || (typeof document !== "string" && refusesPlainHttp(document.statements))) continue;
      yield about(
        bucket,
        violated(wholeResource, "has no bucket policy that denies plain HTTP", `create an aws.s3.BucketPolicy: ${fix}`),
      );
    }
  },
};

function refusesPlainHttp(statements: readonly Statement[]): boolean {
  const denials = statements.filter((statement) => deniesPlainHttp(statement, everything));
  const resources = denials.flatMap((statement) => statement.resources);
  return (
    resources.some((resource) => coversBucketAndObjects.test(resource)) ||
    resources.some((resource) => resource.endsWith("/*") && resources.includes(resource.slice(0, -2)))
  );
}

const everything: ReadonlySet<string> = new Set(["s3:*", "*"]);

/** `*`, or a bucket's name that ends with the wildcard. S3 takes no policy that does not match its own bucket. */
const coversBucketAndObjects = /^(\*|arn:[^/]+\*)$/;

import { type Condition, isEveryone, readPolicyDocument, type Statement } from "../../aws/policy-document";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Parameters } from "../../parameters";
import type { Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { bucketType, configurationsOf, inline } from "./bucket";
import { classificationOf, classNamed, tagParameter } from "./classification";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";

/** The policy of a bucket with a classification refuses URLs that were presigned too long ago. */
export const limitPresignedAge: Rule = {
  name: "s3-presigned-age",
  severity: "medium",
  reason:
    "A presigned URL works for whoever has it, for up to a week: the bucket must refuse old ones, the sooner the more sensitive its data.",
  remediation:
    'Add a statement to the bucket policy: Effect Deny, Principal "*", Action "s3:*", Resource the bucket\'s ARN with "/*", Condition NumericGreaterThan "s3:signatureAge" the limit in milliseconds.',
  url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/presigned-url-best-practices/additional-guardrails.html",
  frameworks: [],
  profile: "strict",
  types: [bucketType],
  parameters: {
    tag: tagParameter,
    maxAgeSeconds: {
      kind: "numbersByName",
      description:
        "How old a signature may be, in seconds, by the value of that tag in any case. Other buckets are not judged.",
      min: 1,
      max: 604_800,
      default: { public: 604_800, internal: 3_600, confidential: 900, restricted: 60 },
    },
  },
  *join(graph: ResourceGraph, parameters: Parameters) {
    const limits = new Map(
      [...parameters.numbersByName("maxAgeSeconds")].map(([name, seconds]) => [name.toLowerCase(), seconds]),
    );
    const policies = configurationsOf(graph, policyType);
    for (const bucket of graph.ofType(bucketType)) {
      const tag = classificationOf(bucket, parameters);
      const limit = limits.get(classNamed(tag));
      if (tag.state === "unknown") yield about(bucket, undecided(tag));
      // S3 refuses older signatures by itself.
      if (limit === undefined || limit >= 604_800) continue;
      const [policy] = policies(bucket);
      const place = policy?.properties.at("policy") ?? inline(bucket, "policy");
      const document = readPolicyDocument(place);
      if (document === "unknown") yield about(policy ?? bucket, undecided(place));
      else if (typeof document === "string" || !document.statements.some((statement) => denies(statement, limit)))
        yield about(
          policy ?? bucket,
          violated(
            policy === undefined ? wholeResource : place,
            "takes presigned URLs that are too old",
            `deny s3:* on the objects where "s3:signatureAge" is greater than ${limit * 1000}`,
          ),
        );
    }
  },
};

function denies(statement: Statement, seconds: number): boolean {
  const { effect, actions, resources, conditions } = statement;
  const [ages, others] = [conditions.filter(isAge), conditions.filter((condition) => !isAge(condition))];
  return (
    effect === "Deny" &&
    isEveryone(statement) &&
    actions.some((action) => action === "s3:*" || action === "*") &&
    resources.some((resource) => /^(\*|arn:[^/]+\/?\*)$/.test(resource)) &&
    ages.length === 1 &&
    ages.every(
      ({ values }) => values.length === 1 && /^\d+$/.test(values[0] ?? "") && Number(values[0]) <= seconds * 1000,
    ) &&
    others.every(isPresigned)
  );
}

function isAge({ operator, key }: Condition): boolean {
  return key === "s3:signatureage" && /^NumericGreaterThan(Equals)?(IfExists)?$/.test(operator);
}

/** A signature in the query string is what makes a URL presigned. */
function isPresigned({ operator, key, values }: Condition): boolean {
  return key === "s3:authtype" && operator === "StringEquals" && values.includes("REST-QUERY-STRING");
}

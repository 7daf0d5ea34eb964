import type { Property } from "../../aws/reading";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { bucketType, configurationsOf } from "./bucket";
import { logBuckets } from "./log-buckets";

const ownershipType = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const aclType = "aws:s3/bucketAcl:BucketAcl";
const objectTypes = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
];
const policyInstead = "leave it out, and let others in with a bucket policy";

/** Who owns a bucket owns its objects, and nobody is let into either by an ACL. Buckets that take logs may need ACLs for them. */
export const refuseAcls: Rule = {
  name: "s3-no-acls",
  severity: "high",
  reason:
    "Nobody may be let into a bucket by an ACL: policies do not show such grants, and the writer of an object may own it.",
  remediation:
    'Set rule.objectOwnership of the aws.s3.BucketOwnershipControls to "BucketOwnerEnforced", remove ACLs and grants, and write a bucket policy instead.',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  // The control accepts ACLs that are on as long as they let nobody in.
  frameworks: [securityHub("S3.12", "stricter")],
  profile: "baseline",
  types: [aclType, bucketType, ...objectTypes],
  *check({ type, properties }: Resource) {
    const acl = properties.at("acl");
    if (acl.state === "unknown") yield undecided(acl);
    else if (acl.state === "known" && !harmless.has(acl.text ?? ""))
      yield violated(acl, "lets others in", policyInstead);
    if (type === aclType) yield* checkGrants(properties.at("accessControlPolicy"));
    else yield* checkInlineGrants(properties.at("grants"));
  },
  *join(graph: ResourceGraph) {
    const configurations = configurationsOf(graph, ownershipType);
    const exempt = new Set([...logBuckets(graph)].flatMap((bucket) => configurations(bucket)));
    for (const ownership of graph.ofType(ownershipType)) {
      if (exempt.has(ownership)) continue;
      const owner = ownership.properties.at("rule", "objectOwnership");
      if (owner.state === "unknown") yield about(ownership, undecided(owner));
      else if (owner.text !== "BucketOwnerEnforced")
        yield about(ownership, violated(owner, "leaves ACLs on", 'set it to "BucketOwnerEnforced"'));
    }
  },
};

/** The last is what the writer of an object gives the owner of its bucket. */
const harmless = new Set(["", "private", "log-delivery-write", "bucket-owner-full-control"]);

function* checkGrants(policy: Property): Iterable<Finding> {
  const [grants, owner] = [policy.at("grants"), policy.at("owner", "id")];
  if (grants.state === "unknown") yield undecided(grants);
  for (const grant of grants.items) {
    const [kind, id] = [grant.at("grantee", "type"), grant.at("grantee", "id")];
    const open = [kind, id, owner].find(({ state }) => state === "unknown");
    if (kind.text !== "Group" && open !== undefined) yield undecided(open);
    else if (kind.text !== "CanonicalUser" || id.text !== owner.text)
      yield violated(grant, "lets others in", policyInstead);
  }
}

/** Who the owner is does not stand there: one user may be it, and of two one is somebody else. */
function* checkInlineGrants(grants: Property): Iterable<Finding> {
  if (grants.state === "unknown") yield undecided(grants);
  for (const grant of grants.items) {
    const kind = grant.at("type");
    if (kind.state === "unknown") yield undecided(kind);
    else if (kind.text !== "CanonicalUser") yield violated(grant, "lets others in", policyInstead);
  }
  const users = grants.items
    .filter((grant) => grant.at("type").text === "CanonicalUser")
    .map((grant) => grant.at("id"));
  const open = users.find(({ state }) => state === "unknown");
  if (new Set(users.flatMap(({ text }) => text ?? [])).size > 1)
    yield violated(grants, "lets others in", policyInstead);
  else if (open !== undefined && users.length > 1) yield undecided(open);
}

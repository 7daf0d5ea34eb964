import type { Property } from "../../aws/reading";
import { cisFoundations } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { roleType } from "./policies";

/** Policies of AWS that give away the account, or all of its data. */
const broad =
  /^arn:aws[a-z-]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|AmazonS3FullAccess|AWSCloudShellFullAccess)$/;

/** Nobody has a policy of AWS that gives away the account or all of its data. */
export const refuseBroadManagedPolicies: Rule = {
  name: "iam-no-broad-managed-policies",
  severity: "high",
  reason:
    "Roles must not have AWS policies such as AdministratorAccess and AmazonS3FullAccess, which reach the whole account.",
  remediation: "Write a policy with the actions and resources that are needed.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-use-aws-defined-policies",
  // The benchmark knows AWSCloudShellFullAccess alone.
  frameworks: [cisFoundations("5.0.0", "1.21", "stricter"), cisFoundations("6.0.0", "2.21", "stricter")],
  profile: "baseline",
  types: [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
    roleType,
  ],
  *check({ properties }: Resource) {
    // The ARN of a policy that is made in the same program is not known in a preview. It is not one of AWS.
    for (const name of ["managedPolicyArn", "policyArn"]) {
      const single = properties.at(name);
      if (single.state === "known") yield* checkPolicy(single);
    }
    for (const name of ["managedPolicyArns", "policyArns"]) {
      const list = properties.at(name);
      if (list.state === "unknown") yield undecided(list);
      for (const policy of list.items) if (policy.state === "known") yield* checkPolicy(policy);
    }
  },
};

function* checkPolicy(policy: Property): Iterable<Finding> {
  const arn = policy.text ?? "";
  if (broad.test(arn)) yield violated(policy, `is ${arn}`, "write a policy with what is needed");
}

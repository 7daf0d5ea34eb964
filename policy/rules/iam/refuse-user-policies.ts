import { cisFoundations, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated, wholeResource } from "../../rule";

const exclusiveType = "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive";
const attachmentType = "aws:iam/policyAttachment:PolicyAttachment";

/** Users have permissions by their groups and roles alone. */
export const refuseUserPolicies: Rule = {
  name: "iam-no-user-policies",
  severity: "low",
  reason: "Users must have permissions by groups or roles alone, so that who may do what can be seen in one place.",
  remediation: "Attach the policy to an aws.iam.Group or, better, to a role that people assume.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp",
  frameworks: [securityHub("IAM.2"), cisFoundations("5.0.0", "1.14"), cisFoundations("6.0.0", "2.14")],
  profile: "strict",
  types: [
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    exclusiveType,
    attachmentType,
  ],
  *check({ type, properties }: Resource) {
    // The policies of one user, or the users of one policy.
    const given = properties.at(type === exclusiveType ? "policyArns" : "users");
    const fix = "attach the policy to a group or role";
    if (type !== attachmentType && type !== exclusiveType)
      yield violated(wholeResource, "gives a user a policy of their own", fix);
    else if (given.state === "unknown") yield undecided(given);
    else if (given.items.length > 0) yield violated(given, "gives users a policy of their own", fix);
  },
};

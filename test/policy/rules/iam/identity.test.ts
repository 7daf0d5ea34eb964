import { refuseAdministrators } from "../../../../policy/rules/iam/refuse-administrators";
import { refuseBroadManagedPolicies } from "../../../../policy/rules/iam/refuse-broad-managed-policies";
import { refuseServiceWildcards } from "../../../../policy/rules/iam/refuse-service-wildcards";
import { refuseUserPolicies } from "../../../../policy/rules/iam/refuse-user-policies";
import { requireNarrowTrust } from "../../../../policy/rules/iam/require-narrow-trust";
import { unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const role = "aws:iam/role:Role";
const policy = (...statements: object[]) => ({ props: { policy: document(...statements) } });
const allow = (Action: unknown, Resource: unknown = "*") => ({ Effect: "Allow", Action, Resource });

const everything = "allows everything; fix: name the actions and resources that are needed";
testRule(refuseAdministrators, {
  type: "aws:iam/policy:Policy",
  violating: {
    everything: { ...policy(allow("*")), messages: [`policy.Statement[0]: ${everything}`] },
    "everything in lists, after something": {
      ...policy(allow("s3:GetObject"), allow(["*:*"], ["*"])),
      messages: [`policy.Statement[1]: ${everything}`],
    },
    "everything but one bucket": {
      ...policy({ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::audit" }),
      messages: [`policy.Statement[0]: ${everything}`],
    },
    "everything in a role": {
      type: role,
      props: { inlinePolicies: [{ name: "a", policy: document(allow("*")) }] },
      messages: [`inlinePolicies[0].policy.Statement[0]: ${everything}`],
    },
    "a single statement": {
      props: { policy: JSON.stringify({ Statement: allow("*") }) },
      messages: [`policy.Statement[0]: ${everything}`],
    },
    "everything in a permission set": {
      type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      props: { inlinePolicy: document(allow("*")) },
      messages: [`inlinePolicy.Statement[0]: ${everything}`],
    },
  },
  clean: {
    "everything on one bucket": policy(allow("*", "arn:aws:s3:::shop/*")),
    "one action on everything": policy(allow("ec2:DescribeInstances")),
    "a denial": policy({ ...allow("*"), Effect: "Deny" }),
    "a role without inline policies": { type: role, props: {} },
  },
  unknown: {
    "a computed policy": { props: { policy: unknown }, path: "policy" },
    "computed inline policies": { type: role, props: { inlinePolicies: unknown }, path: "inlinePolicies" },
  },
});

const wildcard = "policy.Statement[0]: allows all that a service can do; fix: name the actions that are needed";
testRule(refuseServiceWildcards, {
  type: "aws:iam/rolePolicy:RolePolicy",
  violating: {
    "all of a service": { ...policy(allow(["logs:PutLogEvents", "S3:*"], "arn:aws:s3:::shop")), messages: [wildcard] },
    "all of every service": { ...policy(allow("*", "arn:aws:s3:::shop/*")), messages: [wildcard] },
    "all but a few": {
      ...policy({ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }),
      messages: ["policy.Statement[0]: allows everything that it does not name; fix: name the actions that are needed"],
    },
  },
  clean: {
    "some of a service": policy(allow(["s3:Get*", "s3:ListBucket"])),
    "a denial of a service": policy({ ...allow("iam:*"), Effect: "Deny" }),
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(refuseBroadManagedPolicies, {
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  violating: {
    "all buckets": {
      props: { role: unknown, policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" },
      messages: ["policyArn: is arn:aws:iam::aws:policy/AmazonS3FullAccess; fix: write a policy with what is needed"],
    },
    "the account, on a role": {
      type: role,
      props: { managedPolicyArns: [unknown, "arn:aws-cn:iam::aws:policy/AdministratorAccess"] },
      messages: [
        "managedPolicyArns[1]: is arn:aws-cn:iam::aws:policy/AdministratorAccess; fix: write a policy with what is needed",
      ],
    },
    "the account, on a permission set": {
      type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
      props: { managedPolicyArn: "arn:aws:iam::aws:policy/PowerUserAccess" },
      messages: [
        "managedPolicyArn: is arn:aws:iam::aws:policy/PowerUserAccess; fix: write a policy with what is needed",
      ],
    },
    "the account, in the whole list of a group": {
      type: "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
      props: { policyArns: ["arn:aws:iam::aws:policy/IAMFullAccess"] },
      messages: ["policyArns[0]: is arn:aws:iam::aws:policy/IAMFullAccess; fix: write a policy with what is needed"],
    },
  },
  clean: {
    "a narrow policy of AWS": {
      props: { policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
    },
    "a policy of the account": { props: { policyArn: "arn:aws:iam::123456789012:policy/AdministratorAccess" } },
    "a policy that is made here": { props: { policyArn: unknown } },
  },
  unknown: {
    "computed policies": { type: role, props: { managedPolicyArns: unknown }, path: "managedPolicyArns" },
  },
});

const exclusive = "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive";
const attachment = "aws:iam/policyAttachment:PolicyAttachment";
testRule(refuseUserPolicies, {
  type: "aws:iam/userPolicy:UserPolicy",
  violating: {
    "a policy in a user": {
      props: { user: "ada", policy: unknown },
      messages: ["(resource): gives a user a policy of their own; fix: attach the policy to a group or role"],
    },
    "a policy of several": {
      type: attachment,
      props: { users: [unknown], roles: ["a"] },
      messages: ["users: gives users a policy of their own; fix: attach the policy to a group or role"],
    },
    "the whole list of a user": {
      type: exclusive,
      props: { userName: "ada", policyArns: [unknown] },
      messages: ["policyArns: gives users a policy of their own; fix: attach the policy to a group or role"],
    },
  },
  clean: {
    "a policy of a group": { type: attachment, props: { groups: ["staff"], users: [] } },
    "a user who has none": { type: exclusive, props: { userName: "ada", policyArns: [] } },
  },
  unknown: {
    "the whole list of a user": { type: exclusive, props: { policyArns: unknown }, path: "policyArns" },
    "computed users": { type: attachment, props: { users: unknown }, path: "users" },
  },
});

const trust = (statement: object) => ({ props: { assumeRolePolicy: document(statement) } });
const assume = (Principal: unknown, Condition?: object) => ({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal,
  Condition,
});
const terraform = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io";
const github = "token.actions.githubusercontent.com";
const token = (Condition: object | undefined, Federated = `arn:aws:iam::123456789012:oidc-provider/${github}`) => ({
  ...assume({ Federated }, Condition),
  Action: "sts:AssumeRoleWithWebIdentity",
});
const open =
  "assumeRolePolicy.Statement[0]: lets everybody have the role; fix: name accounts, roles or services as principals";
const anyToken =
  "assumeRolePolicy.Statement[0]: does not say whose tokens give the role; fix: add StringEquals or StringLike on the provider's sub, with the repository or workload";

const anyApplication =
  "assumeRolePolicy.Statement[0]: does not say whose tokens give the role; fix: add StringEquals on the provider's aud, with the application";

testRule(requireNarrowTrust, {
  type: role,
  violating: {
    everybody: { ...trust(assume({ AWS: "*" })), messages: [open] },
    "everybody who knows a word": {
      ...trust(assume("*", { StringEquals: { "sts:ExternalId": "shop" } })),
      messages: [open],
    },
    "every repository of GitHub": {
      ...trust(token({ StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } })),
      messages: [anyToken],
    },
    "every repository by a wildcard": {
      ...trust(token({ StringLike: { [`${github}:sub`]: ["repo:*", "repo:shop/api:ref:refs/heads/main"] } })),
      messages: [anyToken],
    },
    "every repository, by whatever action": {
      ...trust({ ...token(undefined), Action: ["sts:TagSession", "sts:Assume*"] }),
      messages: [anyToken],
    },
    "users of every application": {
      ...trust(
        token(
          { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } },
          "cognito-identity.amazonaws.com",
        ),
      ),
      messages: [anyApplication],
    },
    "users of any application": {
      ...trust(token({ StringLike: { "graph.facebook.com:app_id": "*" } }, "graph.facebook.com")),
      messages: [anyApplication],
    },
    "owners that begin alike": {
      ...trust(token({ StringLike: { [`${github}:sub`]: "repo:shop*" } })),
      messages: [anyToken],
    },
    "every organization": {
      ...trust(token({ StringLike: { "app.terraform.io:sub": "organization:*:project:shop:*" } }, terraform)),
      messages: [anyToken],
    },
    "a subject that need not be there": {
      ...trust(token({ StringLikeIfExists: { [`${github}:sub`]: "repo:shop/*" } })),
      messages: [anyToken],
    },
    "every workload of a cluster": {
      ...trust(token({ StringLike: { "oidc.eks.eu-central-1.amazonaws.com/id/A1:sub": "system:serviceaccount:*:*" } })),
      messages: [anyToken],
    },
  },
  clean: {
    "a service": trust(assume({ Service: "lambda.amazonaws.com" })),
    "an account": trust(assume({ AWS: "arn:aws:iam::123456789012:root" })),
    "an organization": trust(assume({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3" } })),
    "workspaces of an organization": trust(
      token(
        { StringLike: { "app.terraform.io:sub": "organization:shop:project:web:workspace:*:run_phase:*" } },
        terraform,
      ),
    ),
    "workloads of a namespace": trust(
      token({ StringLike: { "oidc.eks.eu-central-1.amazonaws.com/id/A1:sub": "system:serviceaccount:shop:*" } }),
    ),
    "a repository": trust(token({ StringLike: { [`${github}:sub`]: "repo:shop/api:*" } })),
    "a workload": trust(
      token({ StringEquals: { "oidc.eks.eu-central-1.amazonaws.com/id/A1:SUB": "system:serviceaccount:shop:cart" } }),
    ),
    "users of an application": trust(
      token(
        { StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-central-1:shop" } },
        "cognito-identity.amazonaws.com",
      ),
    ),
    "one user": trust(token({ StringEquals: { "accounts.google.com:sub": "1234567890" } }, "accounts.google.com")),
    "a directory by SAML": trust({
      ...assume({ Federated: "arn:aws:iam::123456789012:saml-provider/staff" }),
      Action: "sts:AssumeRoleWithSAML",
    }),
  },
  unknown: { "a computed policy": { props: { assumeRolePolicy: unknown }, path: "assumeRolePolicy" } },
});

import { requireLogicalHome } from "../../../../policy/rules/transfer/require-logical-home";
import { scopeUserRole } from "../../../../policy/rules/transfer/scope-user-role";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:transfer/user:User";
const home = (target: unknown) => ({
  props: { homeDirectoryType: "LOGICAL", homeDirectoryMappings: [{ entry: "/", target }] },
});
const toLogical = 'fix: set it to "LOGICAL", with homeDirectoryMappings';
const noPrefix =
  'homeDirectoryMappings[0].target: names no prefix in a bucket; fix: set it to "/<bucket>/<prefix of the user>"';

testRule(requireLogicalHome, {
  type,
  violating: {
    "nothing said": {
      props: { homeDirectory: "/shop-files" },
      messages: [`homeDirectoryType: is not set; ${toLogical}`],
    },
    "a path": {
      props: { homeDirectoryType: "PATH" },
      messages: [`homeDirectoryType: is something else; ${toLogical}`],
    },
    "a whole bucket": { ...home("/shop-files"), messages: [noPrefix] },
    "a whole bucket, for a group": {
      ...home("/shop-files/"),
      type: "aws:transfer/access:Access",
      messages: [noPrefix],
    },
  },
  clean: { "a prefix": home("/shop-files/acme"), "a prefix in a prefix": home("/shop-files/partners/acme") },
  unknown: {
    "a computed type": { props: { homeDirectoryType: unknown }, path: "homeDirectoryType" },
    "a computed target": { ...home(unknown), path: "homeDirectoryMappings[0].target" },
  },
});

const user = (props: Example["props"] = {}): Example => ({
  type,
  name: "user",
  props: { role: unknown, ...props },
  sources: { role: ["role"] },
});
const role = (props: Example["props"] = {}): Example => ({ type: "aws:iam/role:Role", name: "role", props });
const rolePolicy = (policy: unknown, of = "role"): Example => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name: "inline",
  props: { role: unknown, policy },
  sources: { role: [of] },
});
const attachment = (policyArn: unknown, of: string[] = []): Example => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "attachment",
  props: { role: unknown, policyArn },
  sources: { role: ["role"], policyArn: of },
});
const allow = (Action: unknown, Resource: unknown) => document({ Effect: "Allow", Action, Resource });
const wide =
  "Statement[0]: lets a Transfer Family user reach every bucket; fix: name the bucket and the prefix of the user in Resource";

testJoin(scopeUserRole, {
  violating: {
    "an inline policy for every bucket": {
      stack: [user(), role(), rolePolicy(allow("s3:GetObject", "*"))],
      messages: { inline: [`policy.${wide}`] },
    },
    "a policy of the role itself, and an attached one": {
      stack: [
        user(),
        role({ inlinePolicies: [{ name: "files", policy: allow(["s3:ListBucket"], "arn:aws:s3:::*") }] }),
        attachment(unknown, ["managed"]),
        { type: "aws:iam/policy:Policy", name: "managed", props: { policy: allow("*", ["arn:aws:s3:::*/*"]) } },
      ],
      messages: { role: [`inlinePolicies[0].policy.${wide}`], managed: [`policy.${wide}`] },
    },
    "a policy of AWS": {
      stack: [user(), role(), attachment("arn:aws:iam::aws:policy/AmazonS3FullAccess")],
      messages: { attachment: ["policyArn: reaches every bucket; fix: write a policy that names the bucket"] },
    },
    "policies of AWS on the role itself": {
      stack: [
        user(),
        role({
          managedPolicyArns: ["arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"],
        }),
      ],
      messages: {
        role: [0, 1].map(
          (i) => `managedPolicyArns[${i}]: reaches every bucket; fix: write a policy that names the bucket`,
        ),
      },
    },
    "policies of the role itself for every object": {
      stack: [user(), role({ inlinePolicies: [{ policy: allow("s3:*", "arn:aws:s3:*:*:*") }] })],
      messages: { role: [`inlinePolicies[0].policy.${wide}`] },
    },
  },
  clean: {
    "policies of AWS for logs, and of the stack for a prefix": [
      user(),
      role({ managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSTransferLoggingAccess", unknown] }),
    ],
    "one prefix, and the names of buckets": [
      user(),
      role(),
      rolePolicy(allow("s3:GetObject", "arn:aws:s3:::shop-files/acme/*")),
      attachment(unknown, ["managed"]),
      { type: "aws:iam/policy:Policy", name: "managed", props: { policy: allow("s3:ListAllMyBuckets", "*") } },
    ],
    "a session policy that narrows the role": [user({ policy: unknown }), role(), rolePolicy(allow("s3:*", "*"))],
    "a role of something else": [{ ...role(), name: "other" }, rolePolicy(allow("s3:*", "*"), "other")],
  },
  unknown: {
    "a computed policy": { stack: [user(), role(), rolePolicy(unknown)], undecided: "inline:policy" },
    "computed policies of the role itself": {
      stack: [user(), role({ inlinePolicies: unknown })],
      undecided: "role:inlinePolicies",
    },
  },
});

// Where the policies of identities stand.

import type { Property } from "../../aws/reading";

export const roleType = "aws:iam/role:Role";

const permissionSetType = "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy";

/** Resources that are a policy of an identity or hold one. */
export const policyTypes = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  permissionSetType,
  roleType,
];

export function policiesOf(type: string, properties: Property): Property[] {
  if (type === permissionSetType) return [properties.at("inlinePolicy")];
  if (type !== roleType) return [properties.at("policy")];
  const inline = properties.at("inlinePolicies");
  return inline.state === "unknown" ? [inline] : inline.items.map((each) => each.at("policy"));
}

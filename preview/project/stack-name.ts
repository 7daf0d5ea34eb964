/**
 * The full name of a stack, `organization/project/stack`, as a StackReference may shorten it: `stack` of the same project, or
 * `project/stack` of the same organization.
 */
export function qualifyStackName(name: string, organization: string, project: string): string {
  const parts = name.split("/");
  if (parts.length === 1) return `${organization}/${project}/${name}`;
  return parts.length === 2 ? `${organization}/${name}` : name;
}

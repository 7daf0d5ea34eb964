// Who may connect to whom. Security groups are stateful: only who opens a connection counts.

import type { Emitted, Stack } from "./stack";

/** Where a connection comes from, by what rules can name. */
export interface Source {
  readonly securityGroupIds: readonly string[];
  readonly prefixListIds?: readonly string[];
}

/** Whether one of the groups lets the source in on the port. */
export function admits(stack: Stack, groupIds: readonly string[], source: Source, port: number): boolean {
  return rulesOf(stack, "vpc/securityGroupIngressRule:SecurityGroupIngressRule", groupIds).some((rule) =>
    isFor(rule, source, port),
  );
}

/** Whether one of the groups lets connections out to the target on the port. */
export function letsOut(stack: Stack, groupIds: readonly string[], target: Source, port: number): boolean {
  return rulesOf(stack, "vpc/securityGroupEgressRule:SecurityGroupEgressRule", groupIds).some((rule) =>
    isFor(rule, target, port),
  );
}

function rulesOf(stack: Stack, type: string, groupIds: readonly string[]): Emitted[] {
  return groupIds.flatMap((id) => stack.with(type, "securityGroupId", id));
}

function isFor({ inputs }: Emitted, { securityGroupIds, prefixListIds = [] }: Source, port: number): boolean {
  inputs.only(
    ...["securityGroupId", "referencedSecurityGroupId", "prefixListId", "ipProtocol", "fromPort", "toPort"],
    ...["region", "description", "tags"],
  );
  const group = inputs.optional("referencedSecurityGroupId")?.text();
  const prefixList = inputs.optional("prefixListId")?.text();
  const isPeer =
    (group !== undefined && securityGroupIds.includes(group)) ||
    (prefixList !== undefined && prefixListIds.includes(prefixList));
  inputs.required("ipProtocol").oneOf("tcp");
  return isPeer && inputs.required("fromPort").integer() <= port && port <= inputs.required("toPort").integer();
}

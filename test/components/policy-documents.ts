// The statements of every policy document among recorded resources.

import type { RecordedResource } from "./record-stack";

export interface RecordedStatement {
  /** Name of the resource. */
  readonly of: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Principal?: string | Record<string, string | string[]>;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** Of policies attached to something, without the trust of roles. */
export function policyStatements(resources: readonly RecordedResource[]): RecordedStatement[] {
  return resources.flatMap(({ name, inputs }) => {
    return statementsOf(name, parse(inputs.policy) ?? parse(inputs.desiredState)?.Policy);
  });
}

/** Who may take on roles. */
export function trustStatements(resources: readonly RecordedResource[]): RecordedStatement[] {
  return resources.flatMap(({ name, inputs }) => statementsOf(name, parse(inputs.assumeRolePolicy)));
}

interface Document {
  readonly Statement?: RecordedStatement[];
  /** In the desired state of a resource of Cloud Control. */
  readonly Policy?: Document;
}

function parse(text: unknown): Document | undefined {
  return typeof text === "string" ? JSON.parse(text) : undefined;
}

function statementsOf(of: string, document: Document | undefined): RecordedStatement[] {
  return (document?.Statement ?? []).map((statement) => ({ ...statement, of }));
}

export function listed(oneOrMore: string | string[] | undefined): string[] {
  return oneOrMore === undefined ? [] : [oneOrMore].flat();
}

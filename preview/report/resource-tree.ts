import type { StackPlan, Step } from "../plan/plan";
import { urnName } from "./urn";

/** A resource with what lies below it, in the order the program registered them. */
export interface TreeNode {
  urn: string;
  name: string;
  type: string;
  op: Step["op"];
  custom: boolean;
  isProtected: boolean;
  children: TreeNode[];
}

const STACK_TYPE = "pulumi:pulumi:Stack";

/** The resources of a plan as the trees below its stack. Default providers are the engine's, not the program's, and left out. */
export function buildTree(plan: StackPlan): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  const roots: TreeNode[] = [];
  for (const { op, urn, newState } of plan.steps) {
    if (newState.type === STACK_TYPE || isDefaultProvider(newState.type, urn)) continue;
    const isProtected = newState.protect === true;
    nodes.set(urn, {
      urn,
      name: urnName(urn),
      type: newState.type,
      op,
      custom: newState.custom,
      isProtected,
      children: [],
    });
  }
  for (const { urn, newState } of plan.steps) {
    const node = nodes.get(urn);
    if (!node) continue;
    const parent = newState.parent === undefined || newState.parent === urn ? undefined : nodes.get(newState.parent);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

export function countNodes(nodes: readonly TreeNode[]): number {
  let count = 0;
  // Not recursive: a chain of parents can be longer than the call stack.
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    count += 1;
    for (const child of node.children) open.push(child);
  }
  return count;
}

function isDefaultProvider(type: string, urn: string): boolean {
  return type.startsWith("pulumi:providers:") && /^default(_|$)/.test(urnName(urn));
}

import type { StackPlan } from "../plan/plan";
import type { Paint } from "./paint";
import { buildTree, countNodes, type TreeNode } from "./resource-tree";
import { safeLine, truncate } from "./safe-text";
import { displayType, urnName } from "./urn";

/** Above this many resources the tree is a summary, unless everything was asked for. */
const FULL_TREE_LIMIT = 200;
/** Where types start at the latest: past it long names push them to the right. */
const MAX_NAME_COLUMN = 56;

/** Of the terminal's width: what is left is for the type. */
const NAME_SHARE = 0.6;

const SYMBOLS = { create: "+", read: ">", import: "=" } as const;

interface Row {
  lead: string;
  name: string;
  node: TreeNode;
}

/** The resources of a plan, children indented below their component. `columns` is the width of the terminal. */
export function renderTree(plan: StackPlan, paint: Paint, columns: number, isFull: boolean): string[] {
  const roots = buildTree(plan);
  const lines =
    isFull || countNodes(roots) <= FULL_TREE_LIMIT
      ? fullTree(plan, roots, paint, columns)
      : summary(roots, paint, columns);
  return [...lines, ...createdInApply(plan, paint)];
}

function fullTree(plan: StackPlan, roots: readonly TreeNode[], paint: Paint, columns: number): string[] {
  const rows = flatten(roots);
  const opaque = new Set(plan.notExpanded?.map(({ urn }) => urn));
  const nameColumn = Math.min(
    MAX_NAME_COLUMN,
    Math.floor((columns - 4) * NAME_SHARE),
    Math.max(0, ...rows.map(({ lead, name }) => [...lead, ...name].length)),
  );
  return rows.map(({ lead, name, node }) => {
    const marks = [
      ...(node.op === "create" ? [] : [node.op]),
      ...(node.isProtected ? ["protected"] : []),
      ...(opaque.has(node.urn) ? ["not expanded"] : []),
    ];
    const suffix = marks.length > 0 ? `  ${marks.join(", ")}` : "";
    const shownName = truncate(name, Math.max(8, Math.floor((columns - 4) * NAME_SHARE) - lead.length));
    const padding = " ".repeat(Math.max(0, nameColumn - [...lead, ...shownName].length));
    const used = 4 + [...lead, ...shownName].length + padding.length + 2;
    const type = truncate(displayType(safeLine(node.type)), Math.max(8, columns - used - suffix.length));
    const symbol = paint(node.op === "create" ? "green" : "cyan", SYMBOLS[node.op]);
    const title = node.custom ? shownName : paint("bold", shownName);
    return `  ${symbol} ${paint("dim", lead)}${title}${padding}  ${paint("dim", type)}${suffix && paint("yellow", suffix)}`;
  });
}

/** Depth first, without recursion: the depth is the program's. */
function flatten(roots: readonly TreeNode[]): Row[] {
  const rows: Row[] = [];
  const open = roots.map((node) => ({ node, lead: "", below: "" })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, lead, below } = next;
    rows.push({ lead, name: safeLine(node.name), node });
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      const isLast = index === node.children.length - 1;
      if (child)
        open.push({ node: child, lead: `${below}${isLast ? "└ " : "├ "}`, below: `${below}${isLast ? "  " : "│ "}` });
    }
  }
  return rows;
}

/** One line for each component, one for each type of loose resource. Many components of one type share a line. */
function summary(roots: readonly TreeNode[], paint: Paint, columns: number): string[] {
  const byType = new Map<string, TreeNode[]>();
  for (const node of roots) byType.set(node.type, [...(byType.get(node.type) ?? []), node]);
  const rows: { title: string; detail: string }[] = [];
  for (const [type, nodes] of byType) {
    const below = nodes.map((node) => countNodes(node.children));
    const isComponents = nodes.some((node) => node.children.length > 0);
    if (isComponents && nodes.length <= 20) {
      nodes.forEach((node, index) => {
        rows.push({
          title: safeLine(node.name),
          detail: `${displayType(type)}  ${resources(1 + (below[index] ?? 0))}`,
        });
      });
    } else {
      const total = nodes.length + below.reduce((sum, count) => sum + count, 0);
      rows.push({
        title: `${nodes.length} ×`,
        detail: `${displayType(type)}${isComponents ? `  ${resources(total)}` : ""}`,
      });
    }
  }
  const column = Math.min(MAX_NAME_COLUMN, Math.max(...rows.map(({ title }) => [...title].length)));
  const lines = rows.map(({ title, detail }) => {
    const text = truncate(`${title.padEnd(column)}  ${safeLine(detail)}`, Math.max(20, columns - 4));
    return `  ${paint("green", "+")} ${text}`;
  });
  return [...lines, paint("dim", `    ${resources(countNodes(roots))} in all; --verbose shows each`)];
}

function resources(count: number): string {
  return count === 1 ? "1 resource" : `${count} resources`;
}

function createdInApply(plan: StackPlan, paint: Paint): string[] {
  if (plan.createdInApply.length === 0) return [];
  return [
    paint("yellow", "  created inside an apply, so `pulumi preview` cannot show them:"),
    ...plan.createdInApply.map(
      ({ urn, type }) =>
        `  ${paint("yellow", "+")} ${safeLine(urnName(urn))}  ${paint("dim", displayType(safeLine(type)))}`,
    ),
  ];
}

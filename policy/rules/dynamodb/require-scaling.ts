import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { isTypeOrTwin } from "../../aws/type-twins";
import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { tableType } from "./table";

const targetType = "aws:appautoscaling/target:Target";
const dimensions = ["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"];

/** The capacity of a table grows with what is asked of it. */
export const requireScaling: Rule = {
  name: "dynamodb-scaling",
  severity: "low",
  reason: "The capacity of a DynamoDB table must grow with what is asked of it, or the table turns callers away.",
  remediation:
    'Set billingMode to "PAY_PER_REQUEST", or create an aws.appautoscaling.Target for reads and one for writes.',
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
  frameworks: [securityHub("DynamoDB.1")],
  profile: "strict",
  types: [tableType],
  *join(graph: ResourceGraph) {
    const scaled = scaledDimensions(graph);
    for (const table of graph.ofType(tableType)) {
      const mode = table.properties.at("billingMode");
      if (mode.text === "PAY_PER_REQUEST") continue;
      const name = table.properties.at("name").text;
      const found = new Set([...(scaled.get(table.urn) ?? []), ...(scaled.get(`table/${name}`) ?? [])]);
      if (dimensions.every((dimension) => found.has(dimension))) continue;
      if (mode.state === "unknown") yield about(table, undecided(mode));
      else
        yield about(
          table,
          violated(
            "billingMode",
            "leaves the capacity as it is",
            'set it to "PAY_PER_REQUEST", or scale reads and writes',
          ),
        );
    }
  },
};

/** The dimensions that are scaled, by the URN of the table and by the id of the resource where it is known. */
function scaledDimensions(graph: ResourceGraph): ReadonlyMap<string, string[]> {
  const scaled = new Map<string, string[]>();
  const add = (key: string, dimension: string) => scaled.set(key, [...(scaled.get(key) ?? []), dimension]);
  for (const target of graph.ofType(targetType)) {
    const dimension = target.properties.at("scalableDimension").text ?? "";
    const id = target.properties.at("resourceId").text;
    if (id !== undefined) add(id, dimension);
    for (const { urn } of graph.sourcesOf(target, "resourceId").filter(isTable)) add(urn, dimension);
  }
  return scaled;
}

function isTable({ type }: StackResource): boolean {
  return isTypeOrTwin(type, tableType);
}

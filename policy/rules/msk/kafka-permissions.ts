// What IAM lets clients of Kafka do: https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html

import type { Statement } from "../../aws/policy-document";

export type Reach =
  | { readonly kind: "every-action" }
  /** A resource that is no cluster, and no topic, group or transactional id whose name begins with something. */
  | { readonly kind: "open-resource" }
  | { readonly kind: "name"; readonly beginning: string; readonly isWhole: boolean };

const named = /^arn:[^:]+:kafka:[^:]*:[^:]*:(?:topic|group|transactional-id)\/[^/]+\/[^/]+\/(.+)$/;
const cluster = /^arn:[^:]+:kafka:[^:]*:[^:]*:cluster\/[^*?/]/;

/** What a statement lets its principals reach in Kafka; nothing where it is about something else. */
export function reachOf({ effect, actions, resources }: Statement): Reach[] {
  const kafka = actions.filter((action) => action.startsWith("kafka-cluster:"));
  if (effect !== "Allow" || kafka.length === 0) return [];
  // A statement that lists no resources lists those that it leaves out.
  const reach = resources.length === 0 ? [open] : resources.flatMap(reachOfResource);
  return kafka.includes("kafka-cluster:*") ? [{ kind: "every-action" }, ...reach] : reach;
}

const open: Reach = { kind: "open-resource" };

function reachOfResource(resource: string): Reach[] {
  // To connect is a permission on the cluster; what it leads to are the others.
  if (cluster.test(resource)) return [];
  const name = named.exec(resource)?.[1] ?? "";
  const beginning = /^[^*?]+/.exec(name)?.[0];
  return [beginning === undefined ? open : { kind: "name", beginning, isWhole: beginning === name }];
}

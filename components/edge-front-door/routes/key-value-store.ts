import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import { LIMITS } from "../compatibility/quotas";
import { checkPartName, type Part } from "./part";

/** Data beside the code of CloudFront Functions: redirects, allow lists, feature flags. */
export interface KeyValueStore extends Part {}

export interface KeyValueStoreOptions {
  /** Names the store among the front door's children; at most 16 characters. */
  name: string;
  /**
   * Everything the store holds: keys of at most 512 bytes, values of at most 1 KB, 5 MB in all. Other keys are deleted. Changes reach
   * the edge in seconds without a change of the function. @default - the store is filled elsewhere
   */
  entries?: Record<string, pulumi.Input<string>>;
}

export function keyValueStore({ name, entries }: KeyValueStoreOptions): KeyValueStore {
  return {
    name,
    check: (path) => [...checkPartName(`${path}.name`, name), ...checkEntries(`${path}.entries`, entries ?? {})],
    bind: (scope) => {
      const store = new aws.cloudfront.KeyValueStore(
        `${scope.name}-key-value-store-${name}`,
        { comment: `${name} of ${scope.name}`, tags: scope.tags },
        { parent: scope.parent },
      );
      if (entries !== undefined) {
        new aws.cloudfront.KeyvaluestoreKeysExclusive(
          `${scope.name}-key-value-store-${name}-entries`,
          {
            keyValueStoreArn: store.arn,
            resourceKeyValuePairs: Object.entries(entries).map(([key, value]) => ({ key, value })),
          },
          { parent: scope.parent },
        );
      }
      return store.arn;
    },
  };
}

/** A store made elsewhere. It may belong to ten functions. */
export function existingKeyValueStore(arn: pulumi.Input<string>): KeyValueStore {
  return {
    name: undefined,
    check: (path) =>
      typeof arn === "string" && !/^arn:[^:]+:cloudfront::\d{12}:key-value-store\/.+$/.test(arn)
        ? [{ path, must: "be the ARN of a KeyValueStore", got: arn }]
        : [],
    bind: () => pulumi.output(arn),
  };
}

/** Values stay out of the messages. */
function checkEntries(path: string, entries: Record<string, pulumi.Input<string>>): Problem[] {
  const problems: Problem[] = [];
  let total = 0;
  for (const [key, value] of Object.entries(entries)) {
    const keyBytes = Buffer.byteLength(key);
    const valueBytes = typeof value === "string" ? Buffer.byteLength(value) : 0;
    total += keyBytes + valueBytes;
    if (keyBytes === 0 || keyBytes > LIMITS.keyValueKeyBytes) {
      problems.push({ path, must: `have keys of 1 to ${LIMITS.keyValueKeyBytes} bytes`, got: keyBytes });
    }
    if (valueBytes > LIMITS.keyValueValueBytes) {
      problems.push({
        path: `${path}.${key}`,
        must: `have at most ${LIMITS.keyValueValueBytes} bytes`,
        got: valueBytes,
      });
    }
  }
  if (total > LIMITS.keyValueStoreBytes) {
    problems.push({ path, must: `have at most ${LIMITS.keyValueStoreBytes} bytes in all`, got: total });
  }
  return problems;
}

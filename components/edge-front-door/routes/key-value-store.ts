import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkSound, input, made, object, record, text } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { LIMITS } from "../compatibility/quotas";
import { checkArn, checkPartName, type Part } from "./part";

/** Data beside the code of CloudFront Functions: redirects, allow lists, feature flags. */
export interface KeyValueStore extends Part {}

export interface KeyValueStoreOptions {
  /** Names the store among the front door's children; at most 15 characters. */
  name: string;
  /**
   * Everything the store holds: keys of at most 512 bytes, values of at most 1 KB, 5 MB in all. Other keys are deleted. Changes reach
   * the edge in seconds without a change of the function. @default - the store is filled elsewhere
   */
  entries?: Record<string, pulumi.Input<string>>;
}

export const STORE_KIND = made<KeyValueStore>(
  "a KeyValueStore",
  ["check", "bind"],
  "keyValueStore({…}) or existingKeyValueStore(arn)",
);

const KINDS = object<KeyValueStoreOptions>({ name: text, entries: record(input) });

export function keyValueStore(options: KeyValueStoreOptions): KeyValueStore {
  const { name, entries } = options ?? {};
  return {
    name,
    check: (path) =>
      checkSound(path, options, KINDS, (sound) => [
        ...checkPartName(`${path}.name`, sound.name, NAME_CHARACTERS),
        ...checkEntries(`${path}.entries`, sound.entries ?? {}),
      ]),
    bind: (scope) => {
      const store = new aws.cloudfront.KeyValueStore(
        `${scope.name}-key-value-store-${name}`,
        { comment: `${name} of ${scope.name}`, tags: scope.tags },
        { parent: scope.parent },
      );
      if (entries === undefined) {
        return store.arn;
      }
      // Functions refer to the store by way of its entries: code that reads one finds it from the first request to the last.
      return new aws.cloudfront.KeyvaluestoreKeysExclusive(
        `${scope.name}-key-value-store-${name}-entries`,
        {
          keyValueStoreArn: store.arn,
          resourceKeyValuePairs: Object.entries(entries).map(([key, value]) => ({ key, value })),
        },
        { parent: scope.parent },
      ).keyValueStoreArn;
    },
  };
}

/** CloudFront takes 64 for the name of a store, with the front door's name, the role and the random suffix in it. */
const NAME_CHARACTERS = 15;

/** A store made elsewhere. It may belong to ten functions. */
export function existingKeyValueStore(arn: pulumi.Input<string>): KeyValueStore {
  return {
    name: undefined,
    check: (path) => checkArn(path, arn, /^arn:[^:]+:cloudfront::\d{12}:key-value-store\/.+$/, "a KeyValueStore"),
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

// The KMS key that a bucket encrypts new objects with, as far as the stack shows it.

import { elementsOf, isUnset, type Property } from "../../aws/reading";
import { given, References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";

export const encryptionType = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

export const keyTypes = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

export function keysOf(graph: ResourceGraph): References {
  return new References(graph, keyTypes, ["arn", "keyId", "id"]);
}

/** One setting of default encryption: the resource it is on, the top-level property, and `applyServerSideEncryptionByDefault`. */
export interface DefaultEncryption {
  readonly resource: StackResource;
  readonly property: string;
  readonly settings: Property;
}

/** Those of the bucket itself, in the forms of Bucket and of BucketV2, and of the resources that configure it. */
export function encryptionsOf(bucket: StackResource, configurations: readonly StackResource[]): DefaultEncryption[] {
  const inline = given(bucket, "serverSideEncryptionConfiguration");
  const inlineList = given(bucket, "serverSideEncryptionConfigurations");
  return [
    ...(inline === undefined ? [] : [inline.at("rule")]).map((rule) =>
      of(bucket, "serverSideEncryptionConfiguration", rule),
    ),
    ...elementsOf(inlineList)
      .flatMap((each) => elementsOf(each.at("rules")))
      .map((rule) => of(bucket, "serverSideEncryptionConfigurations", rule, "applyServerSideEncryptionByDefaults")),
    ...configurations.flatMap((each) => elementsOf(each.properties.at("rules")).map((rule) => of(each, "rules", rule))),
  ];
}

function of(
  resource: StackResource,
  property: string,
  rule: Property,
  name = "applyServerSideEncryptionByDefault",
): DefaultEncryption {
  const settings = rule.at(name);
  return { resource, property, settings: settings.isList ? (settings.items[0] ?? settings) : settings };
}

/** Encrypted with KMS, but with no key of one's own. */
export function usesManagedKey({ settings }: DefaultEncryption): boolean {
  const algorithm = settings.at("sseAlgorithm").text ?? "";
  const key = settings.at("kmsMasterKeyId");
  return algorithm.startsWith("aws:kms") && (isUnset(key) || /(^|:)alias\/aws\/s3$/.test(key.text ?? ""));
}

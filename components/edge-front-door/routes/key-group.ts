import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkSound, input, object, record, text } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { checkPartName, type Part } from "./part";

/** Public keys whose signatures CloudFront accepts on URLs and cookies. */
export interface KeyGroup extends Part {
  /** Names of the keys it makes. */
  readonly keyNames: readonly string[];
}

export interface KeyGroupOptions {
  /** Names the group among the front door's children; at most 16 characters. */
  name: string;
  /**
   * PEM texts of RSA 2048 or ECDSA P-256 public keys by a name of your choice, at most 5. To rotate a key add the new one, sign with it,
   * and then leave the old one out.
   */
  publicKeys: Record<string, pulumi.Input<string>>;
}

const KINDS = object<KeyGroupOptions>({ name: text, publicKeys: record(input) });

export function keyGroup(options: KeyGroupOptions): KeyGroup {
  const { name, publicKeys } = options ?? {};
  return {
    name,
    keyNames: Object.keys(publicKeys ?? {}),
    check: (path, quotas) =>
      checkSound(path, options, KINDS, (sound) => [
        ...checkPartName(`${path}.name`, sound.name),
        ...checkPublicKeys(`${path}.publicKeys`, sound.publicKeys ?? {}, quotas.publicKeys),
      ]),
    bind: ({ name: prefix, parent }) => {
      const keys = Object.entries(publicKeys).map(
        ([key, pem]) =>
          new aws.cloudfront.PublicKey(
            `${prefix}-public-key-${name}-${key}`,
            { comment: `${key} of ${name}`, encodedKey: pulumi.output(pem).apply(withNewline) },
            { parent },
          ),
      );
      return new aws.cloudfront.KeyGroup(
        `${prefix}-key-group-${name}`,
        { comment: `${name} of ${prefix}`, items: keys.map((key) => key.id) },
        { parent },
      ).id;
    },
  };
}

/** A key group made elsewhere. */
export function existingKeyGroup(keyGroupId: pulumi.Input<string>): KeyGroup {
  return {
    name: undefined,
    keyNames: [],
    check: (path) =>
      keyGroupId === undefined || keyGroupId === "" ? [{ path, must: "be the id of a key group" }] : [],
    bind: () => pulumi.output(keyGroupId),
  };
}

/** CloudFront stores the text with a newline at its end; without one every deployment would replace the key. */
function withNewline(pem: string): string {
  return pem.endsWith("\n") ? pem : `${pem}\n`;
}

function checkPublicKeys(path: string, keys: Record<string, pulumi.Input<string>>, most: number): Problem[] {
  const names = Object.keys(keys);
  const problems = names.flatMap((name) => checkPartName(path, name));
  if (names.length === 0 || names.length > most) {
    problems.push({ path, must: `have 1 to ${most} keys`, got: names.length });
  }
  for (const [name, pem] of Object.entries(keys)) {
    // The text stays out of the message: the private key may have been pasted.
    if (typeof pem === "string" && !pem.startsWith("-----BEGIN PUBLIC KEY-----")) {
      problems.push({
        path: `${path}.${name}`,
        must: 'be the PEM text of a public key, beginning "-----BEGIN PUBLIC KEY-----"',
      });
    }
  }
  return problems;
}

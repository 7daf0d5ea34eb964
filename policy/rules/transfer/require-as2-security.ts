import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { connectorType } from "./require-connector-logs";

/** An AS2 connector signs and encrypts what it sends, with algorithms of today. */
export const requireAs2Security: Rule = {
  name: "transfer-as2-signed-encrypted",
  severity: "high",
  reason:
    "Messages over AS2 must be signed and encrypted: the transport may be plain HTTP, and the partner must know the sender.",
  remediation:
    'Set as2Config.encryptionAlgorithm to "AES256_CBC", signingAlgorithm to "SHA256", and mdnSigningAlgorithm to "DEFAULT".',
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/as2-create-connector.html",
  frameworks: [],
  profile: "baseline",
  types: [connectorType],
  *check({ properties }: Resource) {
    const as2 = properties.at("as2Config");
    if (as2.state === "unknown") yield undecided(as2);
    if (as2.state !== "known") return;
    yield* mustBeStrong(as2.at("encryptionAlgorithm"), encryption, 'set it to "AES256_CBC"');
    yield* mustBeStrong(as2.at("signingAlgorithm"), signing, 'set it to "SHA256"');
    const receipts = as2.at("mdnSigningAlgorithm");
    // A receipt is signed with the algorithm of the message unless another is named.
    if (receipts.state !== "absent" && as2.at("mdnResponse").text !== "NONE")
      yield* mustBeStrong(receipts, new Set(["DEFAULT", ...signing]), 'set it to "DEFAULT"');
  },
};

const encryption = new Set(["AES128_CBC", "AES192_CBC", "AES256_CBC"]);
const signing = new Set(["SHA256", "SHA384", "SHA512"]);

function* mustBeStrong(algorithm: Property, allowed: ReadonlySet<string>, fix: string): Iterable<Finding> {
  if (algorithm.state === "unknown") yield undecided(algorithm);
  else if (algorithm.state === "absent" || algorithm.text === "NONE") yield violated(algorithm, "is none", fix);
  else if (!allowed.has(algorithm.text ?? "")) yield violated(algorithm, "is weak", fix);
}

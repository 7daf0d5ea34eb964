import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { certificateType, readCertificate } from "./imported-certificate";

const strong = new Set(["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"]);

/** RSA keys of certificates have 2,048 bits or more. */
export const requireKeyStrength: Rule = {
  name: "acm-key-strength",
  severity: "medium",
  reason:
    "The RSA key of a certificate must have 2,048 bits or more: shorter ones are within reach, and browsers refuse them.",
  remediation:
    'Leave keyAlgorithm out, or set it to "RSA_2048" or "EC_prime256v1"; import certificates with such keys.',
  url: "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html",
  frameworks: [securityHub("ACM.2"), pciDss("4.2.1")],
  profile: "baseline",
  types: [certificateType],
  *check({ properties }: Resource) {
    const [algorithm, body] = [properties.at("keyAlgorithm"), properties.at("certificateBody")];
    if (algorithm.state === "unknown") yield undecided(algorithm);
    else if (algorithm.state === "known" && !algorithm.isEmpty && !strong.has(algorithm.text ?? ""))
      yield violated(algorithm, "is too weak", 'set it to "RSA_2048" or "EC_prime256v1"');
    if (body.state === "unknown") yield undecided(body);
    const bits = readCertificate(body)?.publicKey.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && bits < 2048)
      yield violated(body, "has an RSA key of less than 2,048 bits", "import a certificate with a longer key");
  },
};

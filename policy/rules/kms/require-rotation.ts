import { cisFoundations, pciDss, securityHubNist } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided } from "../../rule";

export const keyType = "aws:kms/key:Key";

/** Symmetric keys get new material every year. */
export const requireRotation: Rule = {
  name: "kms-rotation",
  severity: "medium",
  reason:
    "A symmetric KMS key must rotate by itself, so that no key material protects everything that was ever encrypted.",
  remediation: "Set enableKeyRotation to true; what was encrypted before is decrypted as before.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  frameworks: [
    securityHubNist("KMS.4"),
    pciDss("3.7.4"),
    cisFoundations("5.0.0", "3.6"),
    cisFoundations("6.0.0", "4.6"),
  ],
  profile: "baseline",
  types: [keyType],
  *check({ properties }: Resource) {
    const rotation = properties.at("enableKeyRotation");
    if (rotation.flag === true) return;
    // Only symmetric keys with material of AWS can rotate.
    const kind = [
      { place: properties.at("keyUsage"), rotates: "ENCRYPT_DECRYPT" },
      { place: properties.at("customerMasterKeySpec"), rotates: "SYMMETRIC_DEFAULT" },
      { place: properties.at("customKeyStoreId"), rotates: "" },
      { place: properties.at("xksKeyId"), rotates: "" },
    ];
    if (kind.some(({ place, rotates }) => place.state === "known" && !place.isEmpty && place.text !== rotates)) return;
    const open = kind.find(({ place }) => place.state === "unknown");
    if (open === undefined) yield* mustBeTrue(rotation, "set it to true");
    else yield undecided(open.place);
  },
};

import { securityHubNist } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";
import { topicType } from "./topic";

/** Topics encrypt messages while they hold them. */
export const requireEncryption: Rule = {
  name: "sns-encrypted",
  severity: "low",
  reason: "Topics must encrypt messages with a KMS key while they hold them.",
  remediation: "Set kmsMasterKeyId to a customer managed key whose policy lets the publishing services use it.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
  frameworks: [securityHubNist("SNS.1")],
  profile: "strict",
  types: [topicType],
  check: ({ properties }: Resource) =>
    mustBeSet(properties.at("kmsMasterKeyId"), "set it to a key whose policy lets the publishing services use it"),
};

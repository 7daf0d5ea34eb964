import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { connectorType } from "./cluster";

/** A connector of MSK Connect speaks TLS with its cluster. */
export const requireConnectorTls: Rule = {
  name: "msk-connect-tls",
  severity: "high",
  reason:
    "An MSK connector must speak TLS with its cluster: otherwise every record that it copies is plain text on the way.",
  remediation: 'Set kafkaClusterEncryptionInTransit.encryptionType to "TLS"; the connector is replaced.',
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/mkc-create-connector-intro.html",
  frameworks: [securityHub("MSK.3"), pciDss("4.2.1")],
  profile: "baseline",
  types: [connectorType],
  *check({ properties }: Resource) {
    const type = properties.at("kafkaClusterEncryptionInTransit", "encryptionType");
    if (type.state === "unknown") yield undecided(type);
    else if (type.text !== "TLS")
      yield violated(type, type.state === "absent" ? "is not set" : 'is not "TLS"', 'set it to "TLS"');
  },
};

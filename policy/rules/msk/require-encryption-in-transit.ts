import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

/** A cluster speaks TLS with its clients and between its brokers. */
export const requireEncryptionInTransit: Rule = {
  name: "msk-encryption-in-transit",
  severity: "high",
  reason:
    "An MSK cluster must speak TLS alone, with clients and between brokers: plain text shows every record on the way.",
  remediation:
    'Set encryptionInfo.encryptionInTransit.clientBroker to "TLS" and inCluster to true, or leave both out: that is what they then are.',
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
  // The control looks at the brokers alone.
  frameworks: [securityHub("MSK.1", "stricter"), pciDss("4.2.1")],
  profile: "baseline",
  types: [clusterType],
  *check({ properties }: Resource) {
    const inTransit = properties.at("encryptionInfo", "encryptionInTransit");
    const [clients, brokers] = [inTransit.at("clientBroker"), inTransit.at("inCluster")];
    if (clients.state === "unknown") yield undecided(clients);
    else if (clients.state === "known" && clients.text !== "TLS")
      yield violated(clients, "lets clients speak plain text", 'set it to "TLS"');
    if (brokers.state === "unknown") yield undecided(brokers);
    else if (brokers.state === "known" && brokers.flag !== true)
      yield violated(brokers, "is not true", "set it to true");
  },
};

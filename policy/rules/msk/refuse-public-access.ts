import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

/** The brokers of a cluster have no public addresses. */
export const refusePublicAccess: Rule = {
  name: "msk-no-public-access",
  severity: "critical",
  reason: "The brokers of an MSK cluster must not have public addresses, where anybody can try credentials on them.",
  remediation: 'Leave brokerNodeGroupInfo.connectivityInfo.publicAccess out, or set its type to "DISABLED".',
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html",
  frameworks: [securityHub("MSK.4")],
  profile: "baseline",
  types: [clusterType],
  *check({ properties }: Resource) {
    const type = properties.at("brokerNodeGroupInfo", "connectivityInfo", "publicAccess", "type");
    if (type.state === "unknown") yield undecided(type);
    else if (type.state === "known" && type.text !== "DISABLED")
      yield violated(type, "gives the brokers public addresses", 'set it to "DISABLED"');
  },
};

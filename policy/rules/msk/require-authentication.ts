import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

/** Clients of a cluster say who they are. */
export const requireAuthentication: Rule = {
  name: "msk-authentication",
  severity: "high",
  reason:
    "Clients of an MSK cluster must say who they are: without, whoever reaches a broker reads and writes every topic.",
  remediation: "Set clientAuthentication.sasl.iam to true, and leave unauthenticated out.",
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html",
  frameworks: [securityHub("MSK.6")],
  profile: "baseline",
  types: [clusterType],
  *check({ properties }: Resource) {
    const authentication = properties.at("clientAuthentication");
    const unauthenticated = authentication.at("unauthenticated");
    if (unauthenticated.state === "unknown") yield undecided(unauthenticated);
    else if (unauthenticated.flag === true)
      yield violated(unauthenticated, "lets clients in that do not say who they are", "set it to false");
    if (authentication.state === "unknown") return;
    const ways = [authentication.at("sasl", "iam"), authentication.at("sasl", "scram")];
    const authorities = authentication.at("tls", "certificateAuthorityArns");
    if (ways.some(({ flag }) => flag === true) || authorities.items.length > 0) return;
    const open = [...ways, authorities].find(({ state }) => state === "unknown");
    yield open === undefined
      ? violated(authentication, "names no way to say who a client is", "set sasl.iam to true")
      : undecided(open);
  },
};

import { pciDss, securityHub } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { ingressTypes, isOpening, judged, openingsToEverybody } from "./ingress";

/** Only ports of web servers are open to the internet. */
export const refuseOpenPorts: Rule = {
  name: "ec2-no-open-ports",
  severity: "high",
  reason:
    "Security groups must open nothing to everybody but the ports of web servers, so that a mistake is no way in.",
  remediation: "Name the addresses or the security group that may connect, or add the port to the rule's openPorts.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  frameworks: [securityHub("EC2.18"), pciDss("1.3.1")],
  profile: "strict",
  types: ingressTypes,
  parameters: {
    openPorts: {
      kind: "texts",
      pattern: "^\\d{1,5}$",
      example: "8443",
      description: "Ports that may be open to everybody, besides 80 and 443.",
    },
  },
  *check({ type, properties }: Resource, parameters: Parameters) {
    const allowed = new Set([80, 443, ...parameters.texts("openPorts").map(Number)]);
    for (const found of openingsToEverybody(type, properties)) {
      if (!isOpening(found)) yield found;
      else if (found.from !== found.to || !allowed.has(found.from))
        yield judged(found, "lets everybody reach more than the ports of web servers");
    }
  },
};

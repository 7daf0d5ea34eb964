import { cisFoundations, pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { ingressTypes, isOpening, judged, openingsToEverybody } from "./ingress";

/** The ports of EC2.19: remote administration, databases, and what developers run. */
const adminPorts = [
  20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888,
  9200, 9300,
];

/** Nobody on the internet reaches ports of administration and databases. */
export const refuseOpenAdminPorts: Rule = {
  name: "ec2-no-open-admin-ports",
  severity: "critical",
  reason:
    "Security groups must not open ports of administration and databases to everybody: scanners find them in minutes.",
  remediation: "Name the addresses or the security group that may connect, or use Session Manager and open nothing.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  frameworks: [
    securityHub("EC2.19"),
    cisFoundations("5.0.0", "5.3", "stricter"),
    cisFoundations("5.0.0", "5.4", "stricter"),
    cisFoundations("6.0.0", "6.3", "stricter"),
    cisFoundations("6.0.0", "6.4", "stricter"),
    pciDss("1.3.1"),
  ],
  profile: "baseline",
  types: ingressTypes,
  *check({ type, properties }: Resource) {
    for (const found of openingsToEverybody(type, properties)) {
      if (!isOpening(found)) {
        yield found;
        continue;
      }
      const open = adminPorts.filter((port) => found.from <= port && port <= found.to);
      if (open.length > 0) yield judged(found, `lets everybody reach ${named(open)}`);
    }
  },
};

function named(ports: readonly number[]): string {
  if (ports.length === adminPorts.length) return "every port";
  return `port ${ports.slice(0, 3).join(", ")}${ports.length > 3 ? " and others" : ""}`;
}

import { pciDss, securityHub } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { certificateType, readCertificate } from "./imported-certificate";

const dayMs = 86_400_000;

/** Imported certificates are good for a while yet: ACM does not renew them. */
export const requireTimeLeft: Rule = {
  name: "acm-imported-expiry",
  severity: "medium",
  reason: "An imported certificate must be good for a while yet: ACM renews only those that it has issued itself.",
  remediation:
    "Import a certificate that was renewed, or request one from ACM with domainName and validationMethod DNS.",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html",
  // The control also looks at certificates that ACM could not renew.
  frameworks: [securityHub("ACM.1", "looser"), pciDss("4.2.1")],
  profile: "strict",
  types: [certificateType],
  parameters: {
    minimumDays: { kind: "number", description: "Days that it is still good for.", min: 1, max: 365, default: 30 },
  },
  *check({ properties }: Resource, parameters: Parameters) {
    const body = properties.at("certificateBody");
    if (body.state === "unknown") yield undecided(body);
    const end = Date.parse(readCertificate(body)?.validTo ?? "");
    const days = parameters.number("minimumDays");
    if (end < Date.now() + days * dayMs)
      yield violated(body, `ends within ${days} days`, "import a certificate that was renewed");
  },
};

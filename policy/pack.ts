// Which rules the pack has, in the order reports list them. Plain values: another pack can take them, leave some out, or add its own.

import type { Rule } from "./rule";
import { pinAccessToDistribution } from "./rules/cloudfront/pin-access-to-distribution";
import { refuseOriginAccessIdentity } from "./rules/cloudfront/refuse-origin-access-identity";
import { requireCertificateRegion } from "./rules/cloudfront/require-certificate-region";
import { requireOacSigning } from "./rules/cloudfront/require-oac-signing";
import { requireOriginAccessControl } from "./rules/cloudfront/require-origin-access-control";
import { requireOriginHttps } from "./rules/cloudfront/require-origin-https";
import { requireUniqueAliases } from "./rules/cloudfront/require-unique-aliases";
import { requireViewerHttps } from "./rules/cloudfront/require-viewer-https";
import { requireWaf } from "./rules/cloudfront/require-waf";
import { requireCurrentTlsPolicy } from "./rules/elasticloadbalancing/require-current-tls-policy";
import { requireHttpsListener } from "./rules/elasticloadbalancing/require-https-listener";
import { requireResidency } from "./rules/region/require-residency";
import { blockPublicAccess } from "./rules/s3/block-public-access";
import { refuseOaiPrincipal } from "./rules/s3/refuse-oai-principal";
import { requireTls } from "./rules/s3/require-tls";
import { requireGlobalRegion } from "./rules/wafv2/require-global-region";
import { type Policy, toPolicy } from "./sdk-policy";
import { WaiverLedger } from "./waivers/ledger";
import { waiversPolicy } from "./waivers/waivers-policy";

export { packName, packVersion } from "./identity";

export const rules: readonly Rule[] = [
  requireViewerHttps,
  requireOriginHttps,
  requireOriginAccessControl,
  requireOacSigning,
  refuseOriginAccessIdentity,
  pinAccessToDistribution,
  requireWaf,
  requireCertificateRegion,
  requireUniqueAliases,
  requireGlobalRegion,
  blockPublicAccess,
  requireTls,
  refuseOaiPrincipal,
  requireHttpsListener,
  requireCurrentTlsPolicy,
  requireResidency,
];

/** A policy for each rule, and the one that keeps their waivers. `today` is a day such as `2027-01-31`. */
export function toPolicies(chosen: readonly Rule[], today: () => string): Policy[] {
  const waivers = new WaiverLedger();
  return [...chosen.map((rule) => toPolicy(rule, waivers)), waiversPolicy(chosen, waivers, today)];
}

/** In UTC, as the last days of waivers are. */
const today = () => new Date().toISOString().slice(0, 10);

export const policies: readonly Policy[] = toPolicies(rules, today);

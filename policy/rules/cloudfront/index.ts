import type { Rule } from "../../rule";
import { pinAccessToDistribution } from "./pin-access-to-distribution";
import { refuseOriginAccessIdentity } from "./refuse-origin-access-identity";
import { requireCertificateRegion } from "./require-certificate-region";
import { requireOacSigning } from "./require-oac-signing";
import { requireOriginAccessControl } from "./require-origin-access-control";
import { requireOriginHttps } from "./require-origin-https";
import { requireUniqueAliases } from "./require-unique-aliases";
import { requireViewerHttps } from "./require-viewer-https";
import { requireWaf } from "./require-waf";

export const cloudfrontRules: readonly Rule[] = [
  requireViewerHttps,
  requireOriginHttps,
  requireOriginAccessControl,
  requireOacSigning,
  refuseOriginAccessIdentity,
  pinAccessToDistribution,
  requireWaf,
  requireCertificateRegion,
  requireUniqueAliases,
];

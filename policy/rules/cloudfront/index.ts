import type { Rule } from "../../rule";
import { pinAccessToDistribution } from "./pin-access-to-distribution";
import { refuseOriginAccessIdentity } from "./refuse-origin-access-identity";
import { requireCertificateRegion } from "./require-certificate-region";
import { requireOacSigning } from "./require-oac-signing";
import { requireOriginAccessControl } from "./require-origin-access-control";
import { requireOriginBucketPolicy } from "./require-origin-bucket-policy";
import { requireOriginHttps } from "./require-origin-https";
import { requireOriginKeyPolicy } from "./require-origin-key-policy";
import { requireOwnCertificate } from "./require-own-certificate";
import { requireSni } from "./require-sni";
import { requireUniqueAliases } from "./require-unique-aliases";
import { requireViewerHttps } from "./require-viewer-https";
import { requireViewerTls } from "./require-viewer-tls";
import { requireWaf } from "./require-waf";

export const cloudfrontRules: readonly Rule[] = [
  requireViewerHttps,
  requireOriginHttps,
  requireOriginAccessControl,
  requireOacSigning,
  refuseOriginAccessIdentity,
  pinAccessToDistribution,
  requireOriginBucketPolicy,
  requireOriginKeyPolicy,
  requireViewerTls,
  requireOwnCertificate,
  requireSni,
  requireWaf,
  requireCertificateRegion,
  requireUniqueAliases,
];

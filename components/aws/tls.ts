// TLS settings CloudFront understands.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html

/** What a viewer must speak at least. Security Hub control CloudFront.15 accepts each of these. */
export const ViewerTlsPolicy = {
  /** TLS 1.2 and 1.3. For clients from before 2015 or so. */
  Tls12_2021: "TLSv1.2_2021",
  /** TLS 1.2 and 1.3 with the cipher list of 2025. */
  Tls12_2025: "TLSv1.2_2025",
  /** TLS 1.3 only: shuts out older libraries and crawlers. */
  Tls13_2025: "TLSv1.3_2025",
} as const;
export type ViewerTlsPolicy = (typeof ViewerTlsPolicy)[keyof typeof ViewerTlsPolicy];

/** What CloudFront may speak to an origin. There is no TLS 1.3-only setting on this side. */
export const ORIGIN_TLS_PROTOCOLS: readonly string[] = ["TLSv1.2"];

/**
 * What load balancers speak: TLS 1.2 with forward secrecy and 1.3, with post-quantum key exchange. One of those that Security Hub ELB.17
 * accepts. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const LOAD_BALANCER_TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

// What AWS calls current or supported today. Membership, not order: names do not sort by strength or age.

import lists from "./dated-lists.json";

/** Security policies of load balancers' listeners. Not `TLS13-1-2-2021-06`, which is the console's default. */
export const loadBalancerTlsPolicies: ReadonlySet<string> = new Set(lists.loadBalancerTlsPolicies.values);

/** Security policies between viewers and CloudFront. */
export const cloudfrontTlsPolicies: ReadonlySet<string> = new Set(lists.cloudfrontTlsPolicies.values);

/** Security policies of Transfer Family servers without SHA-1 and ssh-rsa. Those of 2025 also exchange keys with post-quantum algorithms. */
export const transferServerSecurityPolicies: ReadonlySet<string> = new Set(lists.transferServerSecurityPolicies.values);

/** Security policies of SFTP connectors without SHA-1 and ssh-rsa. */
export const transferConnectorSecurityPolicies: ReadonlySet<string> = new Set(
  lists.transferConnectorSecurityPolicies.values,
);

/** Security policies of API Gateway's custom domain names. */
export const apiGatewayTlsPolicies: ReadonlySet<string> = new Set(lists.apiGatewayTlsPolicies.values);

/** Runtimes of Lambda functions that AWS patches, and those that it has announced for the time until the next review. */
export const lambdaRuntimes: ReadonlySet<string> = new Set(lists.lambdaRuntimes.values);

/** The oldest Kubernetes version in EKS's standard support. Newer ones are never behind, so there is no list of them. */
export const oldestKubernetesVersion: string = lists.oldestKubernetesVersion.values[0] ?? "";

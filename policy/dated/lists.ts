// What AWS calls current or supported today. Membership, not order: names do not sort by strength or age.

import lists from "./dated-lists.json";

/** Security policies of load balancers' listeners. Not `TLS13-1-2-2021-06`, which is the console's default. */
export const loadBalancerTlsPolicies: ReadonlySet<string> = new Set(lists.loadBalancerTlsPolicies.values);

/** Security policies between viewers and CloudFront. */
export const cloudfrontTlsPolicies: ReadonlySet<string> = new Set(lists.cloudfrontTlsPolicies.values);

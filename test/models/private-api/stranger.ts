/** A distribution of somebody who knows the VPC origin and the load balancer's name, with headers of its own. */
export function strangersDistribution(headers: Readonly<Record<string, string>>) {
  return {
    origins: [
      {
        originId: "default",
        domainName: "orders-origin.example.com",
        originPath: "/live",
        customHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
        vpcOriginConfig: { vpcOriginId: "orders-vpc-origin-id" },
      },
    ],
    defaultCacheBehavior: {
      targetOriginId: "default",
      allowedMethods: ["GET", "HEAD"],
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    },
  };
}

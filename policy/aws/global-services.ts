// Services that AWS answers for in one Region, whatever Region a program is in: requests to them name that Region, and a service
// control policy that forbids it would forbid the service.
// https://docs.aws.amazon.com/general/latest/gr/rande.html#global-endpoints
// Shorter than the list in https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html, which also lets
// through all of ACM, AWS Config, KMS and WAF in every Region: what has to be in us-east-1 of those is in us-east-1-exceptions.ts.

export interface GlobalService {
  /** As IAM calls them. */
  readonly actions: readonly string[];
  readonly answersIn: "us-east-1" | "us-west-2";
  /** Modules of the Pulumi SDK whose types take no `region` because of it. */
  readonly modules?: readonly string[];
}

export const globalServices: readonly GlobalService[] = [
  // Who may do what.
  { actions: ["iam:*"], modules: ["iam"], answersIn: "us-east-1" },
  { actions: ["organizations:*"], modules: ["organizations"], answersIn: "us-east-1" },
  { actions: ["account:*"], modules: ["account"], answersIn: "us-east-1" },
  { actions: ["sts:*", "sso:*"], answersIn: "us-east-1" },
  { actions: ["uxc:*"], modules: ["uxc"], answersIn: "us-east-1" },
  // Names and the edge.
  { actions: ["route53:*"], modules: ["route53"], answersIn: "us-east-1" },
  { actions: ["route53domains:*"], modules: ["route53domains"], answersIn: "us-east-1" },
  { actions: ["cloudfront:*", "cloudfront-keyvaluestore:*"], modules: ["cloudfront"], answersIn: "us-east-1" },
  { actions: ["waf:*"], modules: ["waf"], answersIn: "us-east-1" },
  { actions: ["shield:*"], modules: ["shield"], answersIn: "us-east-1" },
  { actions: ["fms:*AdminAccount"], modules: ["fms"], answersIn: "us-east-1" },
  { actions: ["globalaccelerator:*"], modules: ["globalaccelerator"], answersIn: "us-west-2" },
  { actions: ["networkmanager:*"], modules: ["networkmanager"], answersIn: "us-west-2" },
  { actions: ["route53-recovery-control-config:*"], modules: ["route53recoverycontrol"], answersIn: "us-west-2" },
  { actions: ["route53-recovery-readiness:*"], modules: ["route53recoveryreadiness"], answersIn: "us-west-2" },
  // Bills.
  { actions: ["bcm-data-exports:*"], modules: ["bcmdata"], answersIn: "us-east-1" },
  { actions: ["billing:*"], modules: ["billing"], answersIn: "us-east-1" },
  { actions: ["budgets:*"], modules: ["budgets"], answersIn: "us-east-1" },
  { actions: ["ce:*"], modules: ["costexplorer"], answersIn: "us-east-1" },
  { actions: ["cost-optimization-hub:*"], modules: ["costoptimizationhub"], answersIn: "us-east-1" },
  { actions: ["cur:*"], modules: ["cur"], answersIn: "us-east-1" },
  { actions: ["savingsplans:*"], modules: ["savingsplans"], answersIn: "us-east-1" },
  {
    actions: [
      "aws-marketplace:*",
      "aws-portal:*",
      "consolidatedbilling:*",
      "freetier:*",
      "invoicing:*",
      "payments:*",
      "pricing:*",
      "tax:*",
    ],
    answersIn: "us-east-1",
  },
  // News and help.
  { actions: ["notifications:*", "notifications-contacts:*"], modules: ["notifications"], answersIn: "us-east-1" },
  {
    actions: ["artifact:*", "health:*", "support:*", "supportplans:*", "trustedadvisor:*"],
    answersIn: "us-east-1",
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html
  { actions: ["s3:*MultiRegionAccessPoint*"], answersIn: "us-west-2" },
  // Looks that no Region is named for.
  {
    actions: ["cloudtrail:LookupEvents", "ec2:DescribeRegions", "s3:GetBucketLocation", "s3:ListAllMyBuckets"],
    answersIn: "us-east-1",
  },
];

/** What a policy that forbids Regions has to leave out. */
export const globalActions: readonly string[] = [...new Set(globalServices.flatMap(({ actions }) => actions))].sort();

// What CloudFront VPC origins ask of a network.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html

/** Availability zones without VPC origins, by id: zone names differ from account to account. */
export const ZONES_WITHOUT_VPC_ORIGINS: readonly string[] = ["use1-az3", "usw1-az2", "apne1-az3", "cac1-az3"];

/** The security group that CloudFront keeps in each VPC that has a VPC origin. It must not be edited, nor its name be used. */
export const SERVICE_SECURITY_GROUP = "CloudFront-VPCOrigins-Service-SG";

/**
 * Addresses from which CloudFront calls origins, of all distributions of all accounts. Counts as 55 of the 60 rules of a
 * security group. https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export const CLOUDFRONT_PREFIX_LIST = "com.amazonaws.global.cloudfront.origin-facing";

/** The same for IPv6. Both do not fit into one security group of 60 rules. */
export const CLOUDFRONT_IPV6_PREFIX_LIST = "com.amazonaws.global.ipv6.cloudfront.origin-facing";

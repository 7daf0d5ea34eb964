// Amazon Resource Names: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html

export { parseArn } from "../../components/aws/arns";

/** One particular distribution: no wildcard anywhere, so no other distribution, account or partition matches. */
export function isDistributionArn(text: string): boolean {
  return /^arn:aws(-[a-z-]+)?:cloudfront::\d{12}:distribution\/[A-Z0-9]+$/.test(text);
}

export function isVpcOriginArn(text: string): boolean {
  return /^arn:aws(-[a-z-]+)?:cloudfront::\d{12}:vpcorigin\/.+$/.test(text);
}

import { mustNotBePublic } from "../../documents";
import type { Resource, Rule } from "../../rule";

/** Where the policy is, by type. */
const policies: Readonly<Record<string, string>> = {
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": "accessPolicy",
};

/** Neither log groups nor destinations take logs from everybody. */
export const refusePublicPolicy: Rule = {
  name: "logs-no-public-policy",
  severity: "medium",
  reason: "Policies of logs must not let everybody in, or strangers write what an audit or an alarm believes.",
  remediation: "Name the accounts or services as principals, with aws:SourceArn or aws:SourceAccount for services.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html",
  frameworks: [],
  profile: "baseline",
  types: Object.keys(policies),
  check: ({ type, properties }: Resource) => mustNotBePublic(properties.at(policies[type] ?? "")),
};

import * as aws from "@pulumi/aws";
import { REDACTED_HEADERS } from "../defaults";
import type { FrontDoorScope } from "../scope";
import { type FirewallLogArgs, LoggedRequests } from "./firewall-args";

/** Logs what the firewall saw, without what authenticates a viewer. Viewer addresses cannot be left out, and the log group is in the edge Region. */
export function createFirewallLog(
  { parent, name, edgeRegion, retentionDays, deletionProtection, tags }: FrontDoorScope,
  log: FirewallLogArgs,
  webAcl: aws.wafv2.WebAcl,
): void {
  if (log.requests === LoggedRequests.None) {
    return;
  }
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-web-acl-log`,
    {
      region: edgeRegion,
      // AWS WAF accepts only log groups whose name starts like this.
      namePrefix: `aws-waf-logs-${name}-`,
      retentionInDays: retentionDays,
      tags,
    },
    { parent, protect: deletionProtection || undefined },
  );
  // AWS WAF keeps them in lower case, whatever is written.
  const names = new Set((log.redactedHeaders ?? REDACTED_HEADERS).map((header) => header.toLowerCase()));
  const headers = [...names].map((name) => ({ singleHeader: { name } }));
  const redactedFields = log.redactQueryString === false ? headers : [...headers, { queryString: {} }];
  new aws.wafv2.WebAclLoggingConfiguration(
    `${name}-web-acl-logging`,
    {
      region: edgeRegion,
      resourceArn: webAcl.arn,
      logDestinationConfigs: [logGroup.arn],
      redactedFields: redactedFields.length > 0 ? redactedFields : undefined,
      loggingFilter: log.requests === LoggedRequests.Matched ? MATCHED_ONLY : undefined,
    },
    { parent },
  );
}

const MATCHED_ACTIONS = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"];

const MATCHED_ONLY = {
  defaultBehavior: "DROP",
  filters: [
    {
      behavior: "KEEP",
      requirement: "MEETS_ANY",
      conditions: MATCHED_ACTIONS.map((action) => ({ actionCondition: { action } })),
    },
  ],
};

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ManagedRuleGroup, RULE_GROUPS } from "../aws/waf-rule-groups";
import type { EdgeFrontDoorConfig } from "./config";
import { REDACTED_HEADERS } from "./defaults";

/** The web ACL in front of the distribution: its ARN, or nothing where the firewall is off. */
export function createFirewall(
  config: EdgeFrontDoorConfig,
  parent: pulumi.Resource,
): pulumi.Output<string> | undefined {
  const { firewall } = config;
  switch (firewall.kind) {
    case "none":
      return undefined;
    case "existing":
      return pulumi.output(firewall.webAclArn);
    case "managed": {
      const webAcl = createWebAcl(config, buildRules(firewall.ruleGroups, firewall.countedCoreRules), parent);
      createFirewallLog(config, webAcl, parent);
      return webAcl.arn;
    }
    default:
      return unreachable(firewall);
  }
}

type Rule = aws.types.input.wafv2.WebAclRule;

/** One rule per managed group. Pure: exported for its tests. */
export function buildRules(groups: readonly ManagedRuleGroup[], countedCoreRules: readonly string[]): Rule[] {
  return groups.map((group) => ({
    name: group,
    priority: RULE_GROUPS[group].priority,
    // "none" keeps the group's own block actions.
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ruleActionOverrides:
          group === ManagedRuleGroup.Core && countedCoreRules.length > 0
            ? countedCoreRules.map((name) => ({ name, actionToUse: { count: {} } }))
            : undefined,
      },
    },
    visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: group },
  }));
}

function createWebAcl(config: EdgeFrontDoorConfig, rules: Rule[], parent: pulumi.Resource): aws.wafv2.WebAcl {
  return new aws.wafv2.WebAcl(
    `${config.name}-web-acl`,
    {
      region: config.edgeRegion,
      scope: "CLOUDFRONT",
      description: `Firewall of ${config.name}`,
      defaultAction: { allow: {} },
      rules,
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: config.name },
      tags: config.tags,
    },
    { parent },
  );
}

/** Logs what the firewall saw, without what authenticates a viewer. Viewer addresses cannot be left out, and the log group is in the edge Region. */
function createFirewallLog(config: EdgeFrontDoorConfig, webAcl: aws.wafv2.WebAcl, parent: pulumi.Resource): void {
  const logGroup = new aws.cloudwatch.LogGroup(
    `${config.name}-web-acl-log`,
    {
      region: config.edgeRegion,
      // AWS WAF accepts only log groups whose name starts like this.
      namePrefix: `aws-waf-logs-${config.name}-`,
      retentionInDays: config.retentionDays,
      tags: config.tags,
    },
    { parent, protect: config.deletionProtection || undefined },
  );
  new aws.wafv2.WebAclLoggingConfiguration(
    `${config.name}-web-acl-logging`,
    {
      region: config.edgeRegion,
      resourceArn: webAcl.arn,
      logDestinationConfigs: [logGroup.arn],
      redactedFields: [...REDACTED_HEADERS.map((name) => ({ singleHeader: { name } })), { queryString: {} }],
    },
    { parent },
  );
}

function unreachable(plan: never): never {
  throw new Error(`Unknown firewall plan ${JSON.stringify(plan)}`);
}

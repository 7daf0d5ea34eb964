import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { FrontDoorScope } from "../scope";
import { createFirewallLog } from "./firewall-log";
import { createIpSets } from "./ip-sets";
import type { FirewallPlan, ManagedFirewall } from "./plan-firewall";
import { buildRules } from "./rules";
import { visibility } from "./statements";

/** The web ACL in front of the distribution: its ARN, or nothing where the firewall is off. */
export function createFirewall(scope: FrontDoorScope, firewall: FirewallPlan): pulumi.Output<string> | undefined {
  switch (firewall.kind) {
    case "none":
      return undefined;
    case "existing":
      return pulumi.output(firewall.webAclArn);
    case "managed": {
      const webAcl = createWebAcl(scope, firewall);
      createFirewallLog(scope, firewall.log, webAcl);
      return webAcl.arn;
    }
    default:
      return unreachable(firewall);
  }
}

function createWebAcl(scope: FrontDoorScope, firewall: ManagedFirewall): aws.wafv2.WebAcl {
  const { parent, name, edgeRegion, tags } = scope;
  const { bodyInspectionKilobytes } = firewall;
  return new aws.wafv2.WebAcl(
    `${name}-web-acl`,
    {
      region: edgeRegion,
      scope: "CLOUDFRONT",
      description: `Firewall of ${name}`,
      defaultAction: { allow: {} },
      rules: buildRules(firewall, {
        allowed: createIpSets(scope, "allowed", firewall.allowedAddresses),
        blocked: createIpSets(scope, "blocked", firewall.blockedAddresses),
      }),
      associationConfig:
        bodyInspectionKilobytes === undefined
          ? undefined
          : { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: `KB_${bodyInspectionKilobytes}` } }] },
      visibilityConfig: visibility(name),
      tags,
    },
    { parent },
  );
}

function unreachable(plan: never): never {
  throw new Error(`Unknown firewall plan ${JSON.stringify(plan)}`);
}

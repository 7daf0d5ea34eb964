import type { Rule } from "../../rule";
import { closeDefaultSecurityGroup } from "./close-default-security-group";
import { refuseAutomaticPublicAddresses } from "./refuse-automatic-public-addresses";
import { refuseOpenAdminPorts } from "./refuse-open-admin-ports";
import { refuseOpenEndpointService } from "./refuse-open-endpoint-service";
import { refuseOpenPorts } from "./refuse-open-ports";
import { requireEndpointPolicy } from "./require-endpoint-policy";
import { requireFlowLog } from "./require-flow-log";
import { requireHopLimit } from "./require-hop-limit";
import { requireImdsv2 } from "./require-imdsv2";
import { requireRuleDescriptions } from "./require-rule-descriptions";

export const ec2Rules: readonly Rule[] = [
  refuseOpenAdminPorts,
  refuseOpenPorts,
  requireImdsv2,
  requireHopLimit,
  refuseOpenEndpointService,
  requireEndpointPolicy,
  closeDefaultSecurityGroup,
  requireFlowLog,
  refuseAutomaticPublicAddresses,
  requireRuleDescriptions,
];

// Which rules the pack has, in the order reports list them. Plain values: another pack can take them, leave some out, or add its own.

import type { Rule } from "../rule";
import { certificateRules } from "./acm";
import { cloudfrontRules } from "./cloudfront";
import { dynamodbRules } from "./dynamodb";
import { loadBalancingRules } from "./elasticloadbalancing";
import { kmsRules } from "./kms";
import { logRules } from "./logs";
import { mskRules } from "./msk";
import { openSearchServerlessRules } from "./opensearchserverless";
import { regionRules } from "./region";
import { dnsRules } from "./route53";
import { s3Rules } from "./s3";
import { secretRules } from "./secretsmanager";
import { transferRules } from "./transfer";
import { wafRules } from "./wafv2";

export const rules: readonly Rule[] = [
  ...cloudfrontRules,
  ...wafRules,
  ...s3Rules,
  ...kmsRules,
  ...secretRules,
  ...certificateRules,
  ...dnsRules,
  ...dynamodbRules,
  ...logRules,
  ...loadBalancingRules,
  ...mskRules,
  ...transferRules,
  ...openSearchServerlessRules,
  ...regionRules,
];

// Which rules the pack has, in the order reports list them. Plain values: another pack can take them, leave some out, or add its own.

import type { Rule } from "../rule";
import { cloudfrontRules } from "./cloudfront";
import { loadBalancingRules } from "./elasticloadbalancing";
import { mskRules } from "./msk";
import { openSearchServerlessRules } from "./opensearchserverless";
import { regionRules } from "./region";
import { s3Rules } from "./s3";
import { transferRules } from "./transfer";
import { wafRules } from "./wafv2";

export const rules: readonly Rule[] = [
  ...cloudfrontRules,
  ...wafRules,
  ...s3Rules,
  ...loadBalancingRules,
  ...mskRules,
  ...transferRules,
  ...openSearchServerlessRules,
  ...regionRules,
];

// Which rules the pack has, in the order reports list them. Plain values: another pack can take them, leave some out, or add its own.

import type { Rule } from "../rule";
import { certificateRules } from "./acm";
import { apiGatewayRules } from "./apigateway";
import { cloudfrontRules } from "./cloudfront";
import { cognitoRules } from "./cognito";
import { dynamodbRules } from "./dynamodb";
import { ec2Rules } from "./ec2";
import { ecrRules } from "./ecr";
import { eksRules } from "./eks";
import { loadBalancingRules } from "./elasticloadbalancing";
import { eventBridgeRules } from "./eventbridge";
import { iamRules } from "./iam";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda";
import { logRules } from "./logs";
import { mskRules } from "./msk";
import { openSearchServerlessRules } from "./opensearchserverless";
import { providerRules } from "./provider";
import { regionRules } from "./region";
import { dnsRules } from "./route53";
import { s3Rules } from "./s3";
import { secretRules } from "./secretsmanager";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
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
  ...ec2Rules,
  ...apiGatewayRules,
  ...lambdaRules,
  ...sqsRules,
  ...snsRules,
  ...eventBridgeRules,
  ...cognitoRules,
  ...eksRules,
  ...ecrRules,
  ...iamRules,
  ...providerRules,
  ...regionRules,
];

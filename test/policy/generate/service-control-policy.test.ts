// region-residency and the policy that is generated from it agree, over types and Regions. They read the same tables; what they make
// of them is compared here by asking both: the rule itself, and a model of how AWS evaluates the policy.

import { distributionTypes, edgeServices } from "../../../policy/aws/edge-services";
import { globalServices } from "../../../policy/aws/global-services";
import { regionlessTypes } from "../../../policy/aws/regionless-types.generated";
import { exceptionTypes } from "../../../policy/aws/us-east-1-exceptions";
import { residencyScp, scpSizeLimit } from "../../../policy/generate/service-control-policy";
import { requireResidency } from "../../../policy/rules/region/require-residency";
import { restrictEdge } from "../../../policy/rules/region/restrict-edge";
import { toPolicy } from "../../../policy/sdk-policy";
import { isDenied } from "../../models/scp/evaluate";
import { accountId, distributionArn, webAclArn } from "../kit/distributions";
import { judgeRule, judgeStack } from "../kit/judge";

const regions = ["eu-central-1", "eu-west-1"];
const config = { allowedRegions: regions };
const scp = residencyScp({ regions });

/** Home, another allowed one, the one with exceptions, a forbidden one, and the other one with global services. */
const everywhere = ["eu-central-1", "eu-west-1", "us-east-1", "us-east-2", "us-west-2"];

/** What a deployment of the type asks AWS first. */
const regional: Readonly<Record<string, string>> = {
  "aws:apigateway/restApi:RestApi": "apigateway:POST",
  "aws:athena/workgroup:Workgroup": "athena:CreateWorkGroup",
  "aws:backup/vault:Vault": "backup:CreateBackupVault",
  "aws:bedrock/agentAgent:AgentAgent": "bedrock:CreateAgent",
  "aws:cfg/recorder:Recorder": "config:PutConfigurationRecorder",
  "aws:cloudtrail/trail:Trail": "cloudtrail:CreateTrail",
  "aws:cloudwatch/eventRule:EventRule": "events:PutRule",
  "aws:cognito/userPool:UserPool": "cognito-idp:CreateUserPool",
  "aws:dynamodb/table:Table": "dynamodb:CreateTable",
  "aws:ec2/instance:Instance": "ec2:RunInstances",
  "aws:ec2/vpc:Vpc": "ec2:CreateVpc",
  "aws:ecr/repository:Repository": "ecr:CreateRepository",
  "aws:ecs/cluster:Cluster": "ecs:CreateCluster",
  "aws:efs/fileSystem:FileSystem": "elasticfilesystem:CreateFileSystem",
  "aws:eks/cluster:Cluster": "eks:CreateCluster",
  "aws:elasticache/replicationGroup:ReplicationGroup": "elasticache:CreateReplicationGroup",
  "aws:fms/policy:Policy": "fms:PutPolicy",
  "aws:glue/job:Job": "glue:CreateJob",
  "aws:guardduty/detector:Detector": "guardduty:CreateDetector",
  "aws:kinesis/stream:Stream": "kinesis:CreateStream",
  "aws:lb/loadBalancer:LoadBalancer": "elasticloadbalancing:CreateLoadBalancer",
  "aws:msk/cluster:Cluster": "kafka:CreateCluster",
  "aws:opensearch/domain:Domain": "es:CreateDomain",
  "aws:rds/cluster:Cluster": "rds:CreateDBCluster",
  "aws:s3/bucket:Bucket": "s3:CreateBucket",
  "aws:secretsmanager/secret:Secret": "secretsmanager:CreateSecret",
  "aws:sfn/stateMachine:StateMachine": "states:CreateStateMachine",
  "aws:sqs/queue:Queue": "sqs:CreateQueue",
  "aws:ssm/parameter:Parameter": "ssm:PutParameter",
  "aws:transfer/server:Server": "transfer:CreateServer",
};

/** The exceptions, as CloudFront uses them. */
const log = { action: "logs:CreateLogGroup", inputs: {} };
const scoped = { inputs: { scope: "CLOUDFRONT" } };
const exceptional: Readonly<Record<string, { action: string; inputs: Record<string, unknown> }>> = {
  "aws:wafv2/webAcl:WebAcl": { action: "wafv2:CreateWebACL", ...scoped },
  "aws:wafv2/ipSet:IpSet": { action: "wafv2:CreateIPSet", ...scoped },
  "aws:wafv2/regexPatternSet:RegexPatternSet": { action: "wafv2:CreateRegexPatternSet", ...scoped },
  "aws:wafv2/ruleGroup:RuleGroup": { action: "wafv2:CreateRuleGroup", ...scoped },
  "aws:wafv2/webAclRule:WebAclRule": { action: "wafv2:UpdateWebACL", inputs: { webAclArn } },
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation": {
    action: "wafv2:UpdateWebACL",
    inputs: { webAclArn },
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    action: "wafv2:PutLoggingConfiguration",
    inputs: { resourceArn: webAclArn },
  },
  "aws:acm/certificate:Certificate": { action: "acm:RequestCertificate", inputs: {} },
  "aws:acm/certificateValidation:CertificateValidation": { action: "acm:DescribeCertificate", inputs: {} },
  "aws:cloudwatch/logGroup:LogGroup": log,
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { ...log, action: "logs:PutResourcePolicy" },
  "aws:cloudwatch/logDelivery:LogDelivery": { ...log, action: "logs:CreateDelivery" },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    action: "logs:PutDeliverySource",
    inputs: { resourceArn: distributionArn },
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": { ...log, action: "logs:PutDeliveryDestination" },
  "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": {
    ...log,
    action: "logs:PutDeliveryDestinationPolicy",
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    action: "cloudwatch:PutMetricAlarm",
    inputs: { namespace: "AWS/CloudFront" },
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": { action: "cloudwatch:PutCompositeAlarm", inputs: {} },
  "aws:sns/topic:Topic": { action: "sns:CreateTopic", inputs: {} },
  "aws:sns/topicPolicy:TopicPolicy": { action: "sns:SetTopicAttributes", inputs: {} },
  "aws:sns/topicSubscription:TopicSubscription": { action: "sns:Subscribe", inputs: {} },
  "aws:ram/resourceShare:ResourceShare": { action: "ram:CreateResourceShare", inputs: {} },
  "aws:ram/principalAssociation:PrincipalAssociation": { action: "ram:AssociateResourceShare", inputs: {} },
  "aws:ram/resourceAssociation:ResourceAssociation": {
    action: "ram:AssociateResourceShare",
    inputs: { resourceArn: `arn:aws:cloudfront::${accountId}:vpcorigin/vo_1` },
  },
  "aws:lambda/function:Function": { action: "lambda:CreateFunction", inputs: {} },
  "aws:lambda/permission:Permission": { action: "lambda:AddPermission", inputs: {} },
  "aws:kms/key:Key": { action: "kms:CreateKey", inputs: {} },
  "aws:kms/keyPolicy:KeyPolicy": { action: "kms:PutKeyPolicy", inputs: {} },
  "aws:kms/alias:Alias": { action: "kms:CreateAlias", inputs: {} },
};

/** In another Region they are about what is there. */
function inputsIn(region: string, inputs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, String(value).replace("us-east-1", region)]),
  );
}

function ruleRefuses(type: string, props: Record<string, unknown>): boolean {
  return judgeRule(requireResidency, { type, props }, config).violations.length > 0;
}

const matrix = [
  ...Object.entries(regional).map(([type, action]) => ({ type, action, inputs: {} })),
  ...Object.entries(exceptional).map(([type, { action, inputs }]) => ({ type, action, inputs })),
].flatMap((row) => everywhere.map((region) => ({ ...row, region, inputs: inputsIn(region, row.inputs) })));

describe("the rule and the policy agree", () => {
  test.each(matrix)("on $type in $region", ({ type, action, inputs, region }) => {
    expect(isDenied(scp, { action, region })).toBe(ruleRefuses(type, { ...inputs, region }));
  });

  test("the matrix has every type that there is an exception for, and they differ in us-east-1 only", () => {
    expect(Object.keys(exceptional).sort()).toEqual([...exceptionTypes].sort());
    const refused = (types: object, region: string) =>
      matrix.filter((row) => row.type in types && row.region === region && isDenied(scp, row)).length;
    expect(everywhere.map((region) => refused(exceptional, region))).toEqual([0, 0, 0, 28, 28]);
    expect(everywhere.map((region) => refused(regional, region))).toEqual([0, 0, 30, 30, 30]);
  });

  test("where us-east-1 is allowed, too", () => {
    const own = residencyScp({ regions: ["us-east-1"] });
    for (const { type, action, inputs, region } of matrix) {
      const { violations } = judgeRule(
        requireResidency,
        { type, props: { ...inputs, region } },
        { allowedRegions: ["us-east-1"] },
      );
      expect([type, region, isDenied(own, { action, region })]).toEqual([type, region, violations.length > 0]);
    }
  });

  /** Account-wide settings and resources that the SDK has no `region` for, yet AWS answers for in the Region of the provider. */
  const answeredAtHome = [
    "backup",
    "bedrock",
    "chime",
    "cloudtrail",
    "directconnect",
    "ec2",
    "ram",
    "rolesanywhere",
    "s3",
    "servicecatalog",
  ];
  const moduleOf = (type: string) => type.split(/[:/]/)[1] ?? "";

  test.each(regionlessTypes.map((type) => [type]))("on %s, which has no Region", (type) => {
    const module = moduleOf(type);
    const service = globalServices.find(({ modules }) => modules?.includes(module));
    expect(service === undefined).toBe(answeredAtHome.includes(module));
    expect(ruleRefuses(type, {})).toBe(false);
    for (const action of service?.actions ?? [])
      expect(isDenied(scp, { action, region: service?.answersIn ?? "" })).toBe(false);
  });

  const creations = Object.entries(edgeServices).flatMap(([type, { createdBy }]) =>
    createdBy === undefined ? [] : [[type, createdBy] as const],
  );
  test.each(creations)("on %s where nothing may be at the edge", (type, action) => {
    const props = { region: "eu-central-1", status: "Enabled", accelerationStatus: "Enabled" };
    const forbid = { cloudfrontUnderResidency: "forbid" };
    const request = { action, region: "eu-central-1" };
    expect(judgeRule(restrictEdge, { type, props }, forbid).violations).toHaveLength(1);
    expect(isDenied(residencyScp({ regions, forbidsEdge: true }), request)).toBe(true);
    expect(judgeRule(restrictEdge, { type, props }, {}).violations).toEqual([]);
    expect(isDenied(scp, request)).toBe(false);
  });
});

describe("the rule refuses more than the policy can see", () => {
  const there = { region: "us-east-1" };
  const seen = (action: string) => isDenied(scp, { action, ...there });

  test.each([
    ["a regional web ACL", "aws:wafv2/webAcl:WebAcl", "wafv2:CreateWebACL", { scope: "REGIONAL" }],
    [
      "an alarm on a queue",
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "cloudwatch:PutMetricAlarm",
      { namespace: "AWS/SQS" },
    ],
    [
      "a share of a subnet",
      "aws:ram/resourceAssociation:ResourceAssociation",
      "ram:AssociateResourceShare",
      { resourceArn: "arn:aws:ec2:us-east-1:1:subnet/a" },
    ],
  ])("%s in us-east-1", (_title, type, action, inputs) => {
    expect([ruleRefuses(type, { ...inputs, ...there }), seen(action)]).toEqual([true, false]);
  });

  test("a log group that nothing of CloudFront's uses", () => {
    const { violations } = judgeStack(
      toPolicy(requireResidency),
      [{ type: "aws:cloudwatch/logGroup:LogGroup", props: there }],
      config,
    );
    expect([violations.length, seen("logs:CreateLogGroup")]).toEqual([1, false]);
  });
});

test("roles that may act anywhere are left out of every statement", () => {
  const exempt = residencyScp({ regions, forbidsEdge: true, exemptPrincipals: ["arn:aws:iam::*:role/landing-*"] });
  for (const action of ["sqs:CreateQueue", "acm:RequestCertificate", "cloudfront:CreateDistribution"]) {
    const request = { action, region: "us-west-2" };
    expect(isDenied(exempt, { ...request, principal: "arn:aws:iam::123456789012:role/landing-zone" })).toBe(false);
    expect(isDenied(exempt, { ...request, principal: "arn:aws:iam::123456789012:role/deploy" })).toBe(true);
  }
});

test("there is room for every Region and some roles", () => {
  const many = Array.from({ length: 30 }, (_, i) => `ap-southeast-${i}`);
  const exemptPrincipals = Array.from({ length: 5 }, (_, i) => `arn:aws:iam::*:role/landing-zone-${i}`);
  expect(JSON.stringify(residencyScp({ regions: many, forbidsEdge: true, exemptPrincipals })).length).toBeLessThan(
    scpSizeLimit,
  );
  expect(JSON.stringify(scp).length).toBeLessThan(2000);
});

test("distributions are among what is at the edge", () => {
  for (const type of distributionTypes) expect(edgeServices[type]?.createdBy).toBe("cloudfront:CreateDistribution*");
});

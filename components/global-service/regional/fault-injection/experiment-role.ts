import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../../../aws/arns";
import { type PolicyStatement, policyDocument } from "../../../aws/iam-documents";
import type { RegionalScope } from "../scope";
import type { ActionId, Fault } from "./faults";

/** Lets FIS do what these faults need, in this Region, and nothing else. */
export function createExperimentRole(
  { parent, name, place: { region }, config: { tags } }: RegionalScope,
  faults: readonly Fault[],
): aws.iam.Role {
  const account = aws.getCallerIdentityOutput({}, { parent }).arn.apply(accountOf);
  const role = new aws.iam.Role(
    `${name}-experiment-role`,
    { assumeRolePolicy: account.apply((known) => policyDocument([trustExperiments(known, region)])), tags },
    { parent },
  );
  const actions = [...new Set(faults.map(({ actionId }) => actionId))];
  const targets = pulumi.all(faults.map(({ actionId, target }) => ({ actionId, arns: target.resourceArns })));
  new aws.iam.RolePolicy(
    `${name}-experiment-policy`,
    {
      role: role.id,
      policy: pulumi.all([account, targets]).apply(([known, all]) => {
        const place = { ...known, region };
        return policyDocument([
          ...actions.flatMap((action) =>
            PERMISSIONS[action](
              place,
              all.filter(({ actionId }) => actionId === action).flatMap(({ arns }) => arns ?? []),
            ),
          ),
          writeLogs(),
        ]);
      }),
    },
    { parent },
  );
  return role;
}

interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

function trustExperiments({ partition, account }: Omit<Place, "region">, region: string): PolicyStatement {
  return {
    Effect: "Allow",
    Principal: { Service: "fis.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:${partition}:fis:${region}:${account}:experiment/*` },
    },
  };
}

function writeLogs(): PolicyStatement {
  return {
    Sid: "WriteLogs",
    Effect: "Allow",
    Action: [
      "logs:CreateLogDelivery",
      "logs:PutResourcePolicy",
      "logs:DescribeResourcePolicies",
      "logs:DescribeLogGroups",
    ],
    Resource: "*",
  };
}

/** What FIS makes for the time of an experiment carries this tag. */
const MADE_BY_FIS = { StringEquals: { "aws:RequestTag/managedByFIS": "true" } };
const OF_FIS = { StringEquals: { "aws:ResourceTag/managedByFIS": "true" } };

type Permissions = (place: Place, targetArns: readonly string[]) => PolicyStatement[];

// https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html, the permissions of each action
const PERMISSIONS: Readonly<Record<ActionId, Permissions>> = {
  "aws:network:disrupt-connectivity": (place, subnets) => [
    {
      Sid: "MakeNetworkAcls",
      Effect: "Allow",
      Action: "ec2:CreateNetworkAcl",
      Resource: ec2(place, "network-acl/*"),
      Condition: MADE_BY_FIS,
    },
    { Sid: "MakeThemInNetworks", Effect: "Allow", Action: "ec2:CreateNetworkAcl", Resource: ec2(place, "vpc/*") },
    {
      Sid: "TagNetworkAcls",
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: ec2(place, "network-acl/*"),
      Condition: { StringEquals: { "ec2:CreateAction": "CreateNetworkAcl" } },
    },
    {
      Sid: "ChangeOwnNetworkAcls",
      Effect: "Allow",
      Action: ["ec2:CreateNetworkAclEntry", "ec2:DeleteNetworkAcl"],
      Resource: ec2(place, "network-acl/*"),
      Condition: OF_FIS,
    },
    {
      Sid: "UseNetworkAcls",
      Effect: "Allow",
      Action: "ec2:ReplaceNetworkAclAssociation",
      Resource: [...subnets, ec2(place, "network-acl/*")],
    },
    {
      Sid: "ReadNetworks",
      Effect: "Allow",
      Action: [
        "ec2:DescribeVpcs",
        "ec2:DescribeSubnets",
        "ec2:DescribeNetworkAcls",
        "ec2:DescribeManagedPrefixLists",
        "ec2:GetManagedPrefixListEntries",
      ],
      Resource: "*",
    },
  ],
  "aws:network:route-table-disrupt-cross-region-connectivity": (place, subnets) => [
    {
      Sid: "MakeRoutes",
      Effect: "Allow",
      Action: ["ec2:CreateRouteTable", "ec2:CreateNetworkInterface", "ec2:CreateManagedPrefixList"],
      Resource: ["route-table/*", "network-interface/*", "prefix-list/*"].map((kind) => ec2(place, kind)),
      Condition: MADE_BY_FIS,
    },
    {
      Sid: "MakeRoutesInNetworks",
      Effect: "Allow",
      Action: ["ec2:CreateRouteTable", "ec2:CreateNetworkInterface"],
      Resource: [ec2(place, "vpc/*"), ...subnets, ec2(place, "security-group/*")],
    },
    {
      Sid: "TagRoutes",
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: ["route-table/*", "network-interface/*", "prefix-list/*"].map((kind) => ec2(place, kind)),
      Condition: {
        StringEquals: {
          "ec2:CreateAction": ["CreateRouteTable", "CreateNetworkInterface", "CreateManagedPrefixList"],
          "aws:RequestTag/managedByFIS": "true",
        },
      },
    },
    {
      Sid: "ChangeOwnRoutes",
      Effect: "Allow",
      Action: [
        "ec2:CreateRoute",
        "ec2:DeleteRouteTable",
        "ec2:DeleteNetworkInterface",
        "ec2:ModifyManagedPrefixList",
        "ec2:DeleteManagedPrefixList",
      ],
      Resource: ["route-table/*", "network-interface/*", "prefix-list/*"].map((kind) => ec2(place, kind)),
      Condition: OF_FIS,
    },
    {
      Sid: "UseRoutes",
      Effect: "Allow",
      Action: [
        "ec2:AssociateRouteTable",
        "ec2:DisassociateRouteTable",
        "ec2:ReplaceRouteTableAssociation",
        "ec2:ModifyVpcEndpoint",
      ],
      Resource: [...subnets, ec2(place, "route-table/*"), ec2(place, "vpc-endpoint/*")],
    },
    {
      Sid: "ReadRoutes",
      Effect: "Allow",
      Action: [
        "ec2:DescribeManagedPrefixLists",
        "ec2:GetManagedPrefixListEntries",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcPeeringConnections",
        "ec2:DescribeVpcs",
        "ec2:DescribeVpcEndpoints",
      ],
      Resource: "*",
    },
  ],
  "aws:ec2:asg-insufficient-instance-capacity-error": (_, groups) => [
    {
      Sid: "RefuseInstances",
      Effect: "Allow",
      Action: "ec2:InjectApiError",
      Resource: "*",
      Condition: {
        "ForAnyValue:StringEquals": {
          "ec2:FisActionId": "aws:ec2:asg-insufficient-instance-capacity-error",
          "ec2:FisTargetArns": groups,
        },
      },
    },
    { Sid: "ReadGroups", Effect: "Allow", Action: "autoscaling:DescribeAutoScalingGroups", Resource: "*" },
  ],
  "aws:ecs:stop-task": ({ partition, account, region }) => [
    {
      Sid: "StopTasks",
      Effect: "Allow",
      Action: ["ecs:DescribeTasks", "ecs:StopTask"],
      Resource: `arn:${partition}:ecs:${region}:${account}:task/*`,
    },
    { Sid: "FindTasks", Effect: "Allow", Action: ["ecs:ListTasks", "tag:GetResources"], Resource: "*" },
  ],
  "aws:dynamodb:global-table-pause-replication": (_, tables) => [
    {
      Sid: "PauseReplication",
      Effect: "Allow",
      Action: [
        "dynamodb:DescribeTable",
        "dynamodb:GetResourcePolicy",
        "dynamodb:PutResourcePolicy",
        "dynamodb:DeleteResourcePolicy",
      ],
      Resource: tables.flatMap((arn) => [arn, `${arn}/stream/*`]),
    },
    { Sid: "FindTables", Effect: "Allow", Action: "tag:GetResources", Resource: "*" },
  ],
};

function ec2({ partition, region, account }: Place, resource: string): string {
  return `arn:${partition}:ec2:${region}:${account}:${resource}`;
}

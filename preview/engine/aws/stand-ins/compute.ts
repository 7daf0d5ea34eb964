// Lambda, ECS, ECR, EKS, Auto Scaling.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";
import { onAwsDomainOf } from "../place";

/** The ARN of a function given by name or ARN. */
function functionArn(c: Context, nameOrArn: string): string {
  return nameOrArn.startsWith("arn:") ? nameOrArn : c.arnOf("lambda", `function:${nameOrArn}`);
}

const invokeArn = (c: Context, arn: string): string =>
  `arn:${c.partition}:apigateway:${c.region}:lambda:path/2015-03-31/functions/${arn}/invocations`;

function lambdaOutputs(c: Context): PropertyMap {
  const version = c.inputs.publish === true ? "1" : "$LATEST";
  return {
    version,
    qualifiedArn: `${c.arn}:${version}`,
    invokeArn: invokeArn(c, c.arn),
    qualifiedInvokeArn: invokeArn(c, `${c.arn}:${version}`),
    responseStreamingInvokeArn: invokeArn(c, c.arn)
      .replace("2015-03-31", "2021-11-15")
      .replace("/invocations", "/response-streaming-invocations"),
    lastModified: "2024-01-01T00:00:00.000+0000",
    signingJobArn: "",
    signingProfileVersionArn: "",
    codeSha256: c.seed.alphanumeric("code", 43).concat("="),
    sourceCodeHash: c.seed.alphanumeric("code", 43).concat("="),
    architectures: ["x86_64"],
    ephemeralStorage: { size: 512 },
    loggingConfig: { logFormat: "Text", logGroup: `/aws/lambda/${c.physicalName}` },
    tracingConfig: { mode: "PassThrough" },
  };
}

/** `cluster` may be given as a name or an ARN. */
const clusterName = (c: Context, input: string): string => (c.text(input) ?? "default").replace(/^.*\//, "");

const eksChild = (path: string, nameInput: string): StandInRule => ({
  id: (c) => `${clusterName(c, "clusterName")}:${c.text(nameInput) ?? c.physicalName}`,
  arn: (c) =>
    c.arnOf(
      "eks",
      `${path}/${clusterName(c, "clusterName")}/${c.text(nameInput) ?? c.physicalName}/${c.seed.uuid("arn")}`,
    ),
});

/** A certificate's place in a kubeconfig: base64 of a PEM frame with nothing inside. */
const CERTIFICATE_AUTHORITY = Buffer.from("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n").toString(
  "base64",
);

function eksCluster(c: Context): PropertyMap {
  const hash = c.seed.hex("endpoint", 32).toUpperCase();
  const suffix = c.partition === "aws-cn" ? "amazonwebservices.com.cn" : c.dns;
  return {
    endpoint: `https://${hash}.gr7.${c.region}.eks.${suffix}`,
    certificateAuthority: { data: CERTIFICATE_AUTHORITY },
    identities: [{ oidcs: [{ issuer: `https://oidc.eks.${c.region}.${c.dns}/id/${hash}` }] }],
    platformVersion: "eks.1",
    status: "ACTIVE",
    version: "1.33",
    clusterId: "",
    vpcConfig: {
      endpointPrivateAccess: false,
      endpointPublicAccess: true,
      publicAccessCidrs: ["0.0.0.0/0"],
      ...c.object("vpcConfig"),
      clusterSecurityGroupId: `sg-0${c.seed.hex("sg", 16)}`,
      vpcId: `vpc-0${c.seed.hex("vpc", 16)}`,
    },
    accessConfig: { authenticationMode: "CONFIG_MAP", ...c.object("accessConfig") },
    kubernetesNetworkConfig: {
      ipFamily: "ipv4",
      serviceIpv4Cidr: "172.20.0.0/16",
      ...c.object("kubernetesNetworkConfig"),
    },
  };
}

export const computeRules: StandInRules = {
  "lambda/Function": {
    id: (c) => c.physicalName,
    arn: (c) => functionArn(c, c.physicalName),
    outputs: lambdaOutputs,
  },
  "lambda/Alias": {
    id: (c) => c.arn,
    arn: (c) => `${functionArn(c, c.text("functionName") ?? c.name)}:${c.physicalName}`,
    outputs: (c) => ({ invokeArn: invokeArn(c, c.arn) }),
  },
  "lambda/FunctionUrl": {
    id: (c) => c.text("functionName")?.replace(/^.*function:/, "") ?? c.name,
    outputs: (c) => {
      const urlId = c.seed.lower("url", 32);
      return {
        urlId,
        functionUrl: `https://${urlId}.lambda-url.${c.region}.${onAwsDomainOf(c.partition)}/`,
        functionArn: functionArn(c, c.text("functionName") ?? c.name),
      };
    },
  },
  "lambda/Permission": {
    id: (c) => c.text("statementId") ?? `${c.name}-${c.seed.hex("id", 7)}`,
    outputs: (c) => ({ statementId: c.id }),
  },
  "lambda/LayerVersion": {
    id: (c) => c.arn,
    arn: (c) => c.arnOf("lambda", `layer:${c.text("layerName") ?? c.name}:1`),
    outputs: (c) => ({ version: "1", layerArn: c.arn.replace(/:1$/, ""), sourceCodeSize: 0 }),
  },
  "lambda/EventSourceMapping": {
    id: (c) => c.seed.uuid("id"),
    arn: (c) => c.arnOf("lambda", `event-source-mapping:${c.id}`),
    outputs: (c) => ({ uuid: c.id, functionArn: functionArn(c, c.text("functionName") ?? c.name), state: "Enabled" }),
  },
  "ecs/Cluster": { id: (c) => c.arn, arn: (c) => c.arnOf("ecs", `cluster/${c.physicalName}`) },
  "ecs/Service": {
    id: (c) => c.arn,
    arn: (c) => c.arnOf("ecs", `service/${clusterName(c, "cluster")}/${c.physicalName}`),
  },
  "ecs/TaskDefinition": {
    id: (c) => c.text("family") ?? c.physicalName,
    arn: (c) => c.arnOf("ecs", `task-definition/${c.id}:1`),
    outputs: (c) => ({ arnWithoutRevision: c.arnOf("ecs", `task-definition/${c.id}`), revision: 1 }),
  },
  "ecs/CapacityProvider": { id: (c) => c.arn, arn: (c) => c.arnOf("ecs", `capacity-provider/${c.physicalName}`) },
  "ecr/Repository": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("ecr", `repository/${c.id}`),
    outputs: (c) => ({
      registryId: c.account,
      repositoryUrl: `${c.account}.dkr.ecr.${c.region}.${c.dns}/${c.id}`,
    }),
  },
  "eks/Cluster": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("eks", `cluster/${c.id}`),
    outputs: eksCluster,
  },
  "eks/NodeGroup": {
    ...eksChild("nodegroup", "nodeGroupName"),
    outputs: (c) => ({
      resources: [
        {
          autoscalingGroups: [{ name: `eks-${c.physicalName}-${c.seed.uuid("asg")}` }],
          remoteAccessSecurityGroupId: "",
        },
      ],
      status: "ACTIVE",
      nodeGroupName: c.physicalName,
    }),
  },
  "eks/Addon": eksChild("addon", "addonName"),
  "eks/FargateProfile": eksChild("fargateprofile", "fargateProfileName"),
  "eks/AccessEntry": {
    id: (c) => `${clusterName(c, "clusterName")}:${c.text("principalArn") ?? ""}`,
    outputs: (c) => ({
      accessEntryArn: c.arnOf("eks", `access-entry/${clusterName(c, "clusterName")}/role/${c.seed.uuid("arn")}`),
    }),
  },
  "eks/PodIdentityAssociation": {
    id: (c) => `a-${c.seed.lower("id", 17)}`,
    arn: (c) => c.arnOf("eks", `podidentityassociation/${clusterName(c, "clusterName")}/${c.id}`),
    outputs: (c) => ({ associationArn: c.arn, associationId: c.id }),
  },
  "autoscaling/Group": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("autoscaling", `autoScalingGroup:${c.seed.uuid("arn")}:autoScalingGroupName/${c.id}`),
  },
  "autoscaling/Policy": {
    id: (c) => c.physicalName,
    arn: (c) =>
      c.arnOf(
        "autoscaling",
        `scalingPolicy:${c.seed.uuid("arn")}:autoScalingGroupName/${c.text("autoscalingGroupName") ?? ""}:policyName/${c.id}`,
      ),
  },
  "appautoscaling/Policy": {
    id: (c) => c.physicalName,
    arn: (c) =>
      c.arnOf(
        "autoscaling",
        `scalingPolicy:${c.seed.uuid("arn")}:resource/${c.text("serviceNamespace") ?? ""}/${c.text("resourceId") ?? ""}:policyName/${c.id}`,
      ),
  },
  "appautoscaling/Target": {
    id: (c) => c.text("resourceId") ?? c.name,
    arn: (c) => c.arnOf("application-autoscaling", `scalable-target/${c.seed.hex("arn", 32)}`),
  },
};

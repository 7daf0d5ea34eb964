// IAM, KMS, Secrets Manager, Systems Manager, Cognito.

import type { Context, StandInRule, StandInRules } from "../context";

/** Path of an IAM name, with both slashes. */
const iamPath = (c: Context): string => c.text("path") ?? "/";

/** IAM's unique ids begin with the kind (IAM user guide, "IAM identifiers"). */
function iam(path: string, uniquePrefix: string, uniqueField: string): StandInRule {
  return {
    id: (c) => c.physicalName,
    arn: (c) => c.globalArn("iam", `${path}${iamPath(c)}${c.physicalName}`),
    outputs: (c) => ({ [uniqueField]: `${uniquePrefix}${c.seed.upper("unique", 17)}` }),
  };
}

/** What AWS puts on a key whose policy is left out (KMS developer guide, "Default key policy"). */
function defaultKeyPolicy(c: Context): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${c.partition}:iam::${c.account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

const key: StandInRule = {
  id: (c) => (c.inputs.multiRegion === true ? `mrk-${c.seed.hex("id", 32)}` : c.seed.uuid("id")),
  arn: (c) => c.arnOf("kms", `key/${c.id}`),
  outputs: (c) => ({ ...(c.info.resource === "ExternalKey" ? {} : { keyId: c.id }), policy: defaultKeyPolicy(c) }),
};

const replicaKey: StandInRule = {
  ...key,
  // A replica has the id of its primary.
  id: (c) => /key\/(.+)$/.exec(c.text("primaryKeyArn") ?? "")?.[1] ?? `mrk-${c.seed.hex("id", 32)}`,
};

export const identityRules: StandInRules = {
  "iam/Role": iam("role", "AROA", "uniqueId"),
  "iam/User": iam("user", "AIDA", "uniqueId"),
  "iam/Group": iam("group", "AGPA", "uniqueId"),
  "iam/InstanceProfile": iam("instance-profile", "AIPA", "uniqueId"),
  "iam/ServerCertificate": {
    id: (c) => `ASCA${c.seed.upper("unique", 17)}`,
    arn: (c) => c.globalArn("iam", `server-certificate${iamPath(c)}${c.physicalName}`),
  },
  "iam/Policy": {
    id: (c) => c.globalArn("iam", `policy${iamPath(c)}${c.physicalName}`),
    arn: (c) => c.id,
    outputs: (c) => ({ policyId: `ANPA${c.seed.upper("unique", 17)}` }),
  },
  "iam/RolePolicy": { id: (c) => `${c.text("role") ?? c.name}:${c.physicalName}` },
  "iam/RolePolicyAttachment": { id: (c) => `${c.text("role") ?? c.name}/${c.text("policyArn") ?? ""}` },
  "iam/OpenIdConnectProvider": {
    id: (c) => c.globalArn("iam", `oidc-provider/${(c.text("url") ?? c.name).replace(/^https:\/\//, "")}`),
    arn: (c) => c.id,
    outputs: (c) => ({ thumbprintLists: [c.seed.hex("thumbprint", 40)] }),
  },
  "iam/SamlProvider": {
    id: (c) => c.globalArn("iam", `saml-provider/${c.physicalName}`),
    arn: (c) => c.id,
  },
  "iam/ServiceLinkedRole": {
    id: (c) => {
      const service = c.text("awsServiceName") ?? "service";
      return c.globalArn("iam", `role/aws-service-role/${service}/AWSServiceRoleFor${service.split(".")[0] ?? ""}`);
    },
    arn: (c) => c.id,
    outputs: (c) => ({ uniqueId: `AROA${c.seed.upper("unique", 17)}`, name: c.id.slice(c.id.lastIndexOf("/") + 1) }),
  },
  "iam/AccessKey": {
    id: (c) => `AKIA${c.seed.upper("id", 16)}`,
    outputs: (c) => ({ secret: `stand-in-${c.seed.alphanumeric("secret", 31)}`, status: "Active" }),
  },
  "kms/Key": key,
  "kms/ExternalKey": key,
  "kms/ReplicaKey": replicaKey,
  "kms/Alias": {
    id: (c) => (c.text("name") !== undefined ? c.physicalName : `alias/${c.physicalName}`),
    arn: (c) => c.arnOf("kms", c.id),
    outputs: (c) => {
      const target = c.text("targetKeyId") ?? c.seed.uuid("key");
      return { name: c.id, targetKeyArn: target.startsWith("arn:") ? target : c.arnOf("kms", `key/${target}`) };
    },
  },
  "kms/Grant": { id: (c) => `${c.text("keyId") ?? ""}:${c.seed.hex("grant", 64)}` },
  "secretsmanager/Secret": {
    id: (c) => c.arnOf("secretsmanager", `secret:${c.physicalName}-${c.seed.alphanumeric("suffix", 6)}`),
    arn: (c) => c.id,
  },
  "secretsmanager/SecretVersion": {
    id: (c) => `${c.text("secretId") ?? c.name}|${c.seed.uuid("version")}`,
    arn: (c) => {
      const secret = c.text("secretId") ?? c.name;
      return secret.startsWith("arn:")
        ? secret
        : c.arnOf("secretsmanager", `secret:${secret}-${c.seed.alphanumeric("suffix", 6)}`);
    },
    outputs: (c) => ({ versionId: c.seed.uuid("version"), versionStages: ["AWSCURRENT"] }),
  },
  "ssm/Parameter": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("ssm", `parameter/${c.id.replace(/^\//, "")}`),
    outputs: (c) => ({ version: 1, dataType: "text", tier: "Standard", ...insecure(c) }),
  },
  "ssm/Document": { id: (c) => c.physicalName, arn: (c) => c.arnOf("ssm", `document/${c.id}`) },
  "cognito/UserPool": {
    id: (c) => `${c.region}_${c.seed.alphanumeric("id", 9)}`,
    arn: (c) => c.arnOf("cognito-idp", `userpool/${c.id}`),
    outputs: (c) => ({ endpoint: `cognito-idp.${c.region}.${c.dns}/${c.id}`, estimatedNumberOfUsers: 0 }),
  },
  "cognito/UserPoolClient": {
    id: (c) => c.seed.lower("id", 26),
    outputs: (c) => ({ clientSecret: c.inputs.generateSecret === true ? c.seed.lower("secret", 52) : "" }),
  },
  "cognito/UserPoolDomain": {
    id: (c) => c.text("domain") ?? c.physicalName,
    outputs: (c) => {
      const distribution = `d${c.seed.lower("domain", 13)}.cloudfront.net`;
      return {
        awsAccountId: c.account,
        cloudfrontDistribution: distribution,
        cloudfrontDistributionArn: distribution,
        cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
      };
    },
  },
  "cognito/IdentityPool": {
    id: (c) => `${c.region}:${c.seed.uuid("id")}`,
    arn: (c) => c.arnOf("cognito-identity", `identitypool/${c.id}`),
  },
};

/** A plain parameter's value is readable; a secure one's must not surface in a second property. */
function insecure(c: Context): Record<string, string> {
  const value = c.text("value") ?? c.text("insecureValue") ?? "";
  return c.text("type") === "SecureString" ? { value } : { value, insecureValue: value };
}

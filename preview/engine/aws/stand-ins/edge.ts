// CloudFront, ACM, Route 53, WAF, Shield, Global Accelerator.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";
import { Seed } from "../seed";
import { cloudFrontZoneId } from "../zone-ids";

const cloudFrontDomain = (c: Context): string => (c.partition === "aws-cn" ? "cloudfront.cn" : "cloudfront.net");
const etag = (c: Context): string => `E${c.seed.upper("etag", 13)}`;

/** A CloudFront resource: the ARN is global and ends in the id. */
function cloudFront(path: string, id: (c: Context) => string, outputs?: (c: Context) => PropertyMap): StandInRule {
  return {
    id,
    arn: (c) => c.globalArn("cloudfront", `${path}/${c.id}`),
    outputs: (c) => ({ etag: etag(c), ...outputs?.(c) }),
  };
}

const uuid = (c: Context): string => c.seed.uuid("id");
const eId = (c: Context): string => `E${c.seed.upper("id", 13)}`;
const prefixed =
  (prefix: string) =>
  (c: Context): string =>
    `${prefix}_${c.seed.alphanumeric("id", 27)}`;

const distribution = cloudFront("distribution", eId, (c) => ({
  domainName: `d${c.seed.lower("domain", 13)}.${cloudFrontDomain(c)}`,
  status: "Deployed",
}));

/** Nobody signs URLs for it until a behavior names a key group. */
const unsigned = [{ enabled: false, items: [] }];

/** One record per name; a wildcard and its apex share the record, as in ACM. */
function validationOptions(c: Context): PropertyMap[] {
  const names = [...new Set([c.text("domainName") ?? c.physicalName, ...c.texts("subjectAlternativeNames")])];
  return names.map((domainName) => {
    const apex = domainName.replace(/^\*\./, "");
    // ACM derives the record from account and name alone, so two certificates for a name share it too.
    const seed = new Seed(`acm ${c.account} ${apex}`);
    return {
      domainName,
      resourceRecordName: `_${seed.hex("name", 32)}.${apex}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${seed.hex("value", 32)}.${seed.lower("zone", 10)}.acm-validations.aws.`,
    };
  });
}

function nameServers(c: Context): string[] {
  return ["com", "net", "org", "co.uk"].map((tld, i) => {
    const n = c.seed.int(tld, 512) + i * 512;
    return `ns-${n}.awsdns-${String(n % 64).padStart(2, "0")}.${tld}`;
  });
}

function wafv2(path: string): StandInRule {
  return {
    id: uuid,
    arn: (c) =>
      c.arnOf("wafv2", `${c.text("scope") === "CLOUDFRONT" ? "global" : "regional"}/${path}/${c.physicalName}/${c.id}`),
    outputs: (c) => ({ lockToken: c.seed.uuid("lockToken") }),
  };
}

function accelerator(path: (c: Context) => string): StandInRule {
  return {
    id: (c) => `arn:${c.partition}:globalaccelerator::${c.account}:${path(c)}`,
    arn: (c) => c.id,
  };
}

export const edgeRules: StandInRules = {
  "acm/Certificate": {
    id: (c) => c.arnOf("acm", `certificate/${c.seed.uuid("id")}`),
    arn: (c) => c.id,
    outputs: (c) => ({
      domainValidationOptions: c.text("validationMethod") === "EMAIL" ? [] : validationOptions(c),
      validationEmails: c.text("validationMethod") === "EMAIL" ? [`admin@${c.text("domainName") ?? ""}`] : [],
      subjectAlternativeNames: [...new Set([c.text("domainName") ?? "", ...c.texts("subjectAlternativeNames")])],
      status: "privateKey" in c.inputs ? "ISSUED" : "PENDING_VALIDATION",
      type: "privateKey" in c.inputs ? "IMPORTED" : "AMAZON_ISSUED",
      keyAlgorithm: "RSA_2048",
      validationMethod: "privateKey" in c.inputs ? "NONE" : "DNS",
      renewalEligibility: "INELIGIBLE",
      renewalSummaries: [],
    }),
  },
  "acm/CertificateValidation": { id: () => "2024-01-01 00:00:00 +0000 UTC" },
  "cloudfront/Distribution": {
    ...distribution,
    outputs: (c) => ({
      ...distribution.outputs?.(c),
      hostedZoneId: cloudFrontZoneId(c.partition),
      callerReference: `terraform-${c.seed.int("caller", 1e9)}`,
      trustedKeyGroups: unsigned,
      trustedSigners: unsigned,
    }),
  },
  "cloudfront/MultitenantDistribution": {
    ...distribution,
    outputs: (c) => ({ ...distribution.outputs?.(c), connectionMode: "tenant-only" }),
  },
  "cloudfront/DistributionTenant": cloudFront("distribution-tenant", prefixed("dt"), () => ({ status: "Deployed" })),
  "cloudfront/ConnectionGroup": cloudFront("connection-group", prefixed("cg"), (c) => ({
    routingEndpoint: `d${c.seed.lower("domain", 13)}.${cloudFrontDomain(c)}`,
    status: "Deployed",
  })),
  "cloudfront/TrustStore": cloudFront("trust-store", prefixed("ts")),
  "cloudfront/AnycastIpList": cloudFront("anycast-ip-list", prefixed("alip"), (c) => ({
    anycastIps: Array.from(
      { length: Number(c.inputs.ipCount ?? 3) },
      (_, i) => `198.18.${c.seed.int("net", 256)}.${i + 1}`,
    ),
  })),
  "cloudfront/ConnectionFunction": cloudFront("connection-function", prefixed("cf"), (c) => ({
    liveStageEtag: etag(c),
    status: "UNASSOCIATED",
  })),
  "cloudfront/OriginAccessControl": cloudFront("origin-access-control", eId),
  "cloudfront/OriginAccessIdentity": cloudFront("origin-access-identity", eId, (c) => ({
    cloudfrontAccessIdentityPath: `origin-access-identity/cloudfront/${c.id}`,
    iamArn: `arn:${c.partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${c.id}`,
    s3CanonicalUserId: c.seed.hex("canonical", 96),
    callerReference: `terraform-${c.seed.int("caller", 1e9)}`,
  })),
  "cloudfront/VpcOrigin": cloudFront("vpcorigin", (c) => `vo_${c.seed.alphanumeric("id", 22)}`),
  "cloudfront/Function": cloudFront(
    "function",
    (c) => c.physicalName,
    (c) => ({
      liveStageEtag: c.inputs.publish === false ? "" : `E${c.seed.upper("live", 13)}`,
      status: c.inputs.publish === false ? "UNPUBLISHED" : "UNASSOCIATED",
    }),
  ),
  "cloudfront/KeyValueStore": {
    id: (c) => c.physicalName,
    arn: (c) => c.globalArn("cloudfront", `key-value-store/${c.seed.uuid("store")}`),
    outputs: (c) => ({ etag: etag(c) }),
  },
  "cloudfront/PublicKey": cloudFront("public-key", (c) => `K${c.seed.upper("id", 13)}`),
  "cloudfront/KeyGroup": cloudFront("key-group", uuid),
  "cloudfront/CachePolicy": cloudFront("cache-policy", uuid),
  "cloudfront/OriginRequestPolicy": cloudFront("origin-request-policy", uuid),
  "cloudfront/ResponseHeadersPolicy": cloudFront("response-headers-policy", uuid),
  "cloudfront/ContinuousDeploymentPolicy": cloudFront("continuous-deployment-policy", uuid),
  "cloudfront/FieldLevelEncryptionConfig": cloudFront("field-level-encryption", (c) => `C${c.seed.upper("id", 13)}`),
  "cloudfront/FieldLevelEncryptionProfile": cloudFront(
    "field-level-encryption-profile",
    (c) => `P${c.seed.upper("id", 13)}`,
  ),
  "cloudfront/RealtimeLogConfig": {
    id: (c) => c.globalArn("cloudfront", `realtime-log-config/${c.physicalName}`),
    arn: (c) => c.id,
  },
  "cloudfront/MonitoringSubscription": { id: (c) => c.text("distributionId") ?? eId(c) },
  "route53/Zone": {
    id: (c) => `Z${c.seed.upper("id", 20)}`,
    arn: (c) => `arn:${c.partition}:route53:::hostedzone/${c.id}`,
    outputs: (c) => {
      const servers = "vpcs" in c.inputs ? [] : nameServers(c);
      return {
        zoneId: c.id,
        nameServers: servers,
        primaryNameServer: servers[0] ?? "ns-0.awsdns-00.com",
        ...(c.isRead && { name: "example.com" }),
      };
    },
  },
  "route53/Record": {
    id: (c) =>
      [c.text("zoneId"), c.text("name"), c.text("type"), c.text("setIdentifier")].filter(Boolean).join("_") || c.name,
    outputs: (c) => ({ fqdn: (c.text("name") ?? c.name).replace(/\.$/, "") }),
  },
  "route53/HealthCheck": { id: uuid, arn: (c) => `arn:${c.partition}:route53:::healthcheck/${c.id}` },
  "route53/DelegationSet": {
    id: (c) => `N${c.seed.upper("id", 13)}`,
    arn: (c) => `arn:${c.partition}:route53:::delegationset/${c.id}`,
    outputs: (c) => ({ nameServers: nameServers(c) }),
  },
  "wafv2/WebAcl": {
    ...wafv2("webacl"),
    outputs: (c) => ({ lockToken: c.seed.uuid("lockToken"), capacity: 100, applicationIntegrationUrl: "" }),
  },
  "wafv2/IpSet": wafv2("ipset"),
  "wafv2/RegexPatternSet": wafv2("regexpatternset"),
  "wafv2/RuleGroup": wafv2("rulegroup"),
  "wafv2/WebAclLoggingConfiguration": { id: (c) => c.text("resourceArn") ?? c.name },
  "shield/Protection": {
    id: uuid,
    arn: (c) => c.globalArn("shield", `protection/${c.id}`),
  },
  "globalaccelerator/Accelerator": {
    ...accelerator((c) => `accelerator/${c.seed.uuid("id")}`),
    outputs: (c) => ({
      dnsName: `a${c.seed.hex("dns", 16)}.awsglobalaccelerator.com`,
      dualStackDnsName:
        c.text("ipAddressType") === "DUAL_STACK" ? `a${c.seed.hex("dns", 16)}.dualstack.awsglobalaccelerator.com` : "",
      hostedZoneId: "Z2BJ6XQ5FK7U4H",
    }),
  },
  "globalaccelerator/Listener": accelerator((c) => {
    const parent =
      /accelerator\/.+$/.exec(c.text("acceleratorArn") ?? "")?.[0] ?? `accelerator/${c.seed.uuid("parent")}`;
    return `${parent}/listener/${c.seed.hex("listener", 8)}`;
  }),
};

// S3, EFS, FSx, Transfer Family, Backup.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";
import { s3WebsiteZoneId } from "../zone-ids";

/** Regions old enough to have the dash form of the website endpoint (S3 user guide, "Website endpoints"). */
const DASH_WEBSITE = new Set([
  "us-east-1",
  "us-west-1",
  "us-west-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-northeast-1",
  "eu-west-1",
  "sa-east-1",
  "us-gov-west-1",
]);

function bucketOutputs(c: Context): PropertyMap {
  const website = `s3-website${DASH_WEBSITE.has(c.region) ? "-" : "."}${c.region}.${c.dns}`;
  const hasWebsite = "website" in c.inputs;
  return {
    bucket: c.id,
    bucketDomainName: `${c.id}.s3.${c.dns}`,
    bucketRegion: c.region,
    bucketRegionalDomainName: `${c.id}.s3.${c.region}.${c.dns}`,
    hostedZoneId: s3WebsiteZoneId(c.region),
    websiteDomain: hasWebsite ? website : "",
    websiteEndpoint: hasWebsite ? `${c.id}.${website}` : "",
    requestPayer: "BucketOwner",
  };
}

const bucket: StandInRule = {
  id: (c) => c.physicalName,
  arn: (c) => `arn:${c.partition}:s3:::${c.id}`,
  outputs: bucketOutputs,
};

const object: StandInRule = {
  id: (c) => [c.text("bucket"), c.text("key") ?? c.name].filter(Boolean).join("/"),
  arn: (c) => `arn:${c.partition}:s3:::${c.id}`,
  outputs: (c) => ({
    key: c.text("key") ?? c.name,
    etag: c.seed.hex("etag", 32),
    contentType: "application/octet-stream",
    storageClass: "STANDARD",
    serverSideEncryption: "AES256",
    versionId: c.seed.alphanumeric("version", 32),
  }),
};

/** A satellite of a bucket has the bucket's id. */
const satellite: StandInRule = { id: (c) => c.text("bucket") ?? c.name };

/** Those that @pulumi/aws 7 also keeps under the name they had beside BucketV2. */
const TWICE = [
  "BucketAccelerateConfiguration",
  "BucketAcl",
  "BucketCorsConfiguration",
  "BucketLifecycleConfiguration",
  "BucketLogging",
  "BucketObjectLockConfiguration",
  "BucketRequestPaymentConfiguration",
  "BucketServerSideEncryptionConfiguration",
  "BucketVersioning",
];

const SATELLITES = [
  ...TWICE,
  ...TWICE.map((name) => `${name}V2`),
  "BucketNotification",
  "BucketOwnershipControls",
  "BucketPolicy",
  "BucketPublicAccessBlock",
  "BucketReplicationConfig",
];

function website(c: Context): PropertyMap {
  const domain = `s3-website${DASH_WEBSITE.has(c.region) ? "-" : "."}${c.region}.${c.dns}`;
  return { websiteDomain: domain, websiteEndpoint: `${c.id}.${domain}` };
}

/** A file system of any of FSx's kinds. */
const fsx: StandInRule = {
  id: (c) => `fs-0${c.seed.hex("id", 16)}`,
  arn: (c) => c.arnOf("fsx", `file-system/${c.id}`),
  outputs: (c) => ({
    dnsName: `${c.id}.fsx.${c.region}.${c.dns}`,
    networkInterfaceIds: c.texts("subnetIds").map((_, i) => `eni-0${c.seed.hex(`eni${i}`, 16)}`),
  }),
};

export const storageRules: StandInRules = {
  "s3/Bucket": bucket,
  "s3/BucketV2": bucket,
  "s3/BucketObject": object,
  "s3/BucketObjectv2": object,
  "s3/ObjectCopy": object,
  ...Object.fromEntries(SATELLITES.map((name) => [`s3/${name}`, satellite])),
  "s3/BucketWebsiteConfiguration": { ...satellite, outputs: website },
  "s3/BucketWebsiteConfigurationV2": { ...satellite, outputs: website },
  "s3/AccountPublicAccessBlock": { id: (c) => c.text("accountId") ?? c.account },
  "s3/AccessPoint": {
    id: (c) => `${c.text("accountId") ?? c.account}:${c.physicalName}`,
    arn: (c) => c.arnOf("s3", `accesspoint/${c.physicalName}`),
    outputs: (c) => {
      const alias = `${c.physicalName.slice(0, 20)}-${c.seed.lower("alias", 27)}-s3alias`;
      const hasVpc = "vpcConfiguration" in c.inputs;
      return {
        alias,
        domainName: `${c.physicalName}-${c.account}.s3-accesspoint.${c.region}.${c.dns}`,
        endpoints: {
          ipv4: `s3-accesspoint.${c.region}.${c.dns}`,
          dualstack: `s3-accesspoint.dualstack.${c.region}.${c.dns}`,
        },
        hasPublicAccessPolicy: false,
        networkOrigin: hasVpc ? "VPC" : "Internet",
        policy: "",
      };
    },
  },
  "s3control/MultiRegionAccessPoint": {
    id: (c) => `${c.text("accountId") ?? c.account}:${String(c.object("details").name ?? c.name)}`,
    arn: (c) => c.globalArn("s3", `accesspoint/${c.seed.lower("alias", 13)}.mrap`),
    outputs: (c) => ({
      alias: `${c.seed.lower("alias", 13)}.mrap`,
      domainName: `${c.seed.lower("alias", 13)}.mrap.accesspoint.s3-global.${c.dns}`,
      status: "READY",
    }),
  },
  "s3/DirectoryBucket": {
    id: (c) => c.text("bucket") ?? c.physicalName,
    arn: (c) => c.arnOf("s3express", `bucket/${c.id}`),
  },
  "efs/FileSystem": {
    id: (c) => `fs-0${c.seed.hex("id", 16)}`,
    arn: (c) => c.arnOf("elasticfilesystem", `file-system/${c.id}`),
    outputs: (c) => ({ dnsName: `${c.id}.efs.${c.region}.${c.dns}` }),
  },
  "efs/AccessPoint": {
    id: (c) => `fsap-0${c.seed.hex("id", 16)}`,
    arn: (c) => c.arnOf("elasticfilesystem", `access-point/${c.id}`),
    outputs: (c) => ({
      fileSystemArn: c.arnOf("elasticfilesystem", `file-system/${c.text("fileSystemId") ?? ""}`),
    }),
  },
  "efs/MountTarget": {
    id: (c) => `fsmt-0${c.seed.hex("id", 16)}`,
    outputs: (c) => {
      const dnsName = `${c.text("fileSystemId") ?? "fs-00000000"}.efs.${c.region}.${c.dns}`;
      return {
        dnsName,
        mountTargetDnsName: `${c.region}a.${dnsName}`,
        fileSystemArn: c.arnOf("elasticfilesystem", `file-system/${c.text("fileSystemId") ?? ""}`),
      };
    },
  },
  "fsx/LustreFileSystem": fsx,
  "fsx/OntapFileSystem": fsx,
  "fsx/OpenZfsFileSystem": fsx,
  "fsx/WindowsFileSystem": fsx,
  "transfer/Server": {
    id: (c) => `s-${c.seed.hex("id", 17)}`,
    arn: (c) => c.arnOf("transfer", `server/${c.id}`),
    outputs: (c) => ({
      endpoint: `${c.id}.server.transfer.${c.region}.${c.dns}`,
      hostKeyFingerprint: `SHA256:${c.seed.alphanumeric("host", 43)}=`,
    }),
  },
  "transfer/User": {
    id: (c) => `${c.text("serverId") ?? ""}/${c.text("userName") ?? c.name}`,
    arn: (c) => c.arnOf("transfer", `user/${c.id}`),
  },
  "backup/Vault": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("backup", `backup-vault:${c.id}`),
    outputs: () => ({ recoveryPoints: 0 }),
  },
  "backup/Plan": {
    id: (c) => c.seed.uuid("id"),
    arn: (c) => c.arnOf("backup", `backup-plan:${c.id}`),
    outputs: (c) => ({ version: c.seed.alphanumeric("version", 48) }),
  },
};

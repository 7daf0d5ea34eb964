// DynamoDB, RDS and its relatives, ElastiCache, OpenSearch, Glue, Athena, Redshift, and resources of the Cloud Control API.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";
import { zonesOf } from "../place";
import { serviceZoneId } from "../zone-ids";

/** Default ports by engine, as RDS sets them. */
function enginePort(engine: string | undefined): number {
  if (engine === undefined) return 3306;
  if (/postgres/.test(engine)) return 5432;
  if (/sqlserver/.test(engine)) return 1433;
  if (/oracle/.test(engine)) return 1521;
  return /db2/.test(engine) ? 50000 : 3306;
}

const port = (c: Context, fallback: number): number => (typeof c.inputs.port === "number" ? c.inputs.port : fallback);

/** The account's part of the host name is the same for all databases of a Region. */
const rdsHost = (c: Context, part: string): string =>
  `${c.physicalName}.${part}${c.seed.lower("host", 12)}.${c.region}.${c.info.module === "docdb" ? "docdb" : c.info.module === "neptune" ? "neptune" : "rds"}.${c.dns}`;

function masterSecret(c: Context): PropertyMap[] {
  if (c.inputs.manageMasterUserPassword !== true) return [];
  return [
    {
      kmsKeyId: c.text("masterUserSecretKmsKeyId") ?? c.arnOf("kms", `key/${c.seed.uuid("secret-key")}`),
      secretArn: c.arnOf("secretsmanager", `secret:rds!${c.seed.uuid("secret")}-${c.seed.alphanumeric("suffix", 6)}`),
      secretStatus: "active",
    },
  ];
}

function databaseCluster(defaultPort: (c: Context) => number): StandInRule {
  return {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("rds", `cluster:${c.id}`),
    outputs: (c) => {
      const value: PropertyMap = {
        endpoint: rdsHost(c, "cluster-"),
        readerEndpoint: rdsHost(c, "cluster-ro-"),
        port: port(c, defaultPort(c)),
        hostedZoneId: serviceZoneId("rds", c.region),
        clusterResourceId: `cluster-${c.seed.upper("resource", 26)}`,
        availabilityZones: zonesOf(c.region)
          .slice(0, 3)
          .map((z) => z.name),
      };
      if (c.info.computed.some((f) => f.name === "masterUserSecrets")) value.masterUserSecrets = masterSecret(c);
      return value;
    },
  };
}

function databaseInstance(defaultPort: (c: Context) => number): StandInRule {
  return {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("rds", `db:${c.physicalName}`),
    outputs: (c) => ({
      endpoint: rdsHost(c, ""),
      port: port(c, defaultPort(c)),
      dbiResourceId: `db-${c.seed.upper("resource", 26)}`,
      identifier: c.physicalName,
    }),
  };
}

const rdsNamed = (word: string): StandInRule => ({
  id: (c) => c.physicalName,
  arn: (c) => c.arnOf("rds", `${word}:${c.id}`),
});
const cacheNamed = (word: string): StandInRule => ({
  id: (c) => c.physicalName,
  arn: (c) => c.arnOf("elasticache", `${word}:${c.id}`),
});

/** `eu-central-1` → `euc1`, as in ElastiCache's host names. */
const shortRegion = (c: Context): string => (zonesOf(c.region)[0]?.id ?? c.region).replace(/-az\d$/, "");

function cacheEndpoints(c: Context): PropertyMap {
  const suffix = `${c.physicalName}.${c.seed.lower("host", 6)}.${shortRegion(c)}.cache.${c.dns}`;
  const isCluster = Number(c.inputs.numNodeGroups ?? 1) > 1 || c.text("clusterMode") === "enabled";
  return {
    primaryEndpointAddress: isCluster ? "" : `master.${suffix}`,
    readerEndpointAddress: isCluster ? "" : `replica.${suffix}`,
    configurationEndpointAddress: isCluster ? `clustercfg.${suffix}` : "",
    clusterEnabled: isCluster,
    memberClusters: Array.from(
      { length: Number(c.inputs.numCacheClusters ?? 1) },
      (_, i) => `${c.physicalName}-${String(i + 1).padStart(3, "0")}`,
    ),
  };
}

function searchDomain(c: Context): PropertyMap {
  const endpoint = `${"vpcOptions" in c.inputs ? "vpc" : "search"}-${domainName(c)}-${c.seed.lower("host", 26)}.${c.region}.es.${c.dns}`;
  const value: PropertyMap = { domainId: `${c.account}/${domainName(c)}`, endpoint };
  return c.info.module === "opensearch"
    ? {
        ...value,
        dashboardEndpoint: `${endpoint}/_dashboards`,
        domainEndpointV2HostedZoneId: serviceZoneId("es", c.region),
      }
    : { ...value, kibanaEndpoint: `${endpoint}/_plugin/kibana/` };
}

const domainName = (c: Context): string => c.text("domainName") ?? c.physicalName;
const search: StandInRule = {
  id: (c) => c.arn,
  arn: (c) => c.arnOf("es", `domain/${domainName(c)}`),
  outputs: searchDomain,
};

const STREAM_LABEL = "2024-01-01T00:00:00.000";

export const dataRules: StandInRules = {
  "dynamodb/Table": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("dynamodb", `table/${c.id}`),
    outputs: (c) => {
      const hasStream = c.inputs.streamEnabled === true || "replicas" in c.inputs;
      return {
        streamArn: hasStream ? `${c.arn}/stream/${STREAM_LABEL}` : "",
        streamLabel: hasStream ? STREAM_LABEL : "",
      };
    },
  },
  "rds/Cluster": databaseCluster((c) => enginePort(c.text("engine"))),
  "docdb/Cluster": databaseCluster(() => 27017),
  "neptune/Cluster": databaseCluster(() => 8182),
  "rds/ClusterInstance": databaseInstance((c) => enginePort(c.text("engine"))),
  "docdb/ClusterInstance": databaseInstance(() => 27017),
  "neptune/ClusterInstance": databaseInstance(() => 8182),
  "rds/Instance": {
    id: (c) => `db-${c.seed.upper("resource", 26)}`,
    arn: (c) => c.arnOf("rds", `db:${c.physicalName}`),
    outputs: (c) => {
      const address = rdsHost(c, "");
      const listening = port(c, enginePort(c.text("engine")));
      return {
        address,
        endpoint: `${address}:${listening}`,
        port: listening,
        resourceId: c.id,
        hostedZoneId: serviceZoneId("rds", c.region),
        masterUserSecrets: masterSecret(c),
        listenerEndpoints: [],
        replicas: [],
        status: "available",
      };
    },
  },
  "rds/SubnetGroup": rdsNamed("subgrp"),
  "rds/ParameterGroup": rdsNamed("pg"),
  "rds/ClusterParameterGroup": rdsNamed("cluster-pg"),
  "rds/OptionGroup": rdsNamed("og"),
  "docdb/SubnetGroup": rdsNamed("subgrp"),
  "neptune/SubnetGroup": rdsNamed("subgrp"),
  "rds/Proxy": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("rds", `db-proxy:prx-0${c.seed.hex("arn", 16)}`),
    outputs: (c) => ({ endpoint: rdsHost(c, "proxy-") }),
  },
  "elasticache/ReplicationGroup": { ...cacheNamed("replicationgroup"), outputs: cacheEndpoints },
  "elasticache/SubnetGroup": cacheNamed("subnetgroup"),
  "elasticache/ParameterGroup": cacheNamed("parametergroup"),
  "elasticache/User": cacheNamed("user"),
  "elasticache/UserGroup": cacheNamed("usergroup"),
  "elasticache/Cluster": {
    ...cacheNamed("cluster"),
    outputs: (c) => ({ clusterAddress: `${c.id}.${c.seed.lower("host", 6)}.cfg.${shortRegion(c)}.cache.${c.dns}` }),
  },
  "elasticache/ServerlessCache": {
    ...cacheNamed("serverlesscache"),
    outputs: (c) => {
      const address = `${c.id}-${c.seed.lower("host", 6)}.serverless.${shortRegion(c)}.cache.${c.dns}`;
      return { endpoints: [{ address, port: 6379 }], readerEndpoints: [{ address, port: 6380 }], status: "available" };
    },
  },
  "opensearch/Domain": search,
  "elasticsearch/Domain": search,
  "opensearch/ServerlessCollection": {
    id: (c) => c.seed.lower("id", 20),
    arn: (c) => c.arnOf("aoss", `collection/${c.id}`),
    outputs: (c) => ({
      collectionEndpoint: `https://${c.id}.${c.region}.aoss.${c.dns}`,
      dashboardEndpoint: `https://${c.id}.${c.region}.aoss.${c.dns}/_dashboards`,
      type: "TIMESERIES",
    }),
  },
  "opensearch/ServerlessVpcEndpoint": { id: (c) => c.ec2Id("vpce") },
  "glue/CatalogDatabase": {
    id: (c) => `${c.text("catalogId") ?? c.account}:${c.physicalName}`,
    arn: (c) => c.arnOf("glue", `database/${c.physicalName}`),
  },
  "glue/CatalogTable": {
    id: (c) => `${c.text("catalogId") ?? c.account}:${c.text("databaseName") ?? ""}:${c.physicalName}`,
    arn: (c) => c.arnOf("glue", `table/${c.text("databaseName") ?? ""}/${c.physicalName}`),
  },
  "athena/Workgroup": { id: (c) => c.physicalName, arn: (c) => c.arnOf("athena", `workgroup/${c.id}`) },
  "redshift/Cluster": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("redshift", `cluster:${c.id}`),
    outputs: (c) => {
      const dnsName = `${c.id}.${c.seed.lower("host", 12)}.${c.region}.redshift.${c.dns}`;
      return { dnsName, endpoint: `${dnsName}:${port(c, 5439)}` };
    },
  },
  "cloudcontrol/Resource": {
    id: (c) => c.seed.uuid("id"),
    // What was asked for is there; what the service adds cannot be known.
    outputs: (c) => ({ properties: c.text("desiredState") ?? "{}", schema: "{}" }),
  },
};

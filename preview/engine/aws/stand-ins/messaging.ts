// CloudWatch and Logs, SQS, SNS, EventBridge, Step Functions, Kinesis, MSK, Cloud Map, CloudTrail.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";

/** A thing whose id is its name and whose ARN ends in it. */
function named(service: string, path: string): StandInRule {
  return { id: (c) => c.physicalName, arn: (c) => c.arnOf(service, `${path}${c.id}`) };
}

/** A thing whose id is its ARN. */
function byArn(service: string, path: string): StandInRule {
  return { id: (c) => c.arn, arn: (c) => c.arnOf(service, `${path}${c.physicalName}`) };
}

const withOutputs = (rule: StandInRule, outputs: (c: Context) => PropertyMap): StandInRule => ({ ...rule, outputs });

const BROKER_PORTS = { plaintext: 9092, tls: 9094, scram: 9096, iam: 9098 };

/** Broker strings exist only for the listeners that the cluster's settings open; the rest are "" as in the provider. */
function mskOutputs(c: Context): PropertyMap {
  const count = Math.min(Number(c.inputs.numberOfBrokerNodes ?? 3), 3);
  const domain = `${c.physicalName.toLowerCase()}.${c.seed.lower("dns", 6)}.c3.kafka.${c.region}.${c.dns}`;
  const brokers = (port: number, prefix = "b"): string =>
    Array.from({ length: count }, (_, i) => `${prefix}-${i + 1}.${domain}:${port}`).join(",");
  const sasl = child(c.object("clientAuthentication"), "sasl");
  const transit = child(c.object("encryptionInfo"), "encryptionInTransit").clientBroker ?? "TLS";
  const needsTls = transit !== "PLAINTEXT" && sasl.iam !== true && sasl.scram !== true;
  const hasTls = needsTls || "tls" in c.object("clientAuthentication");
  const serverless = c.info.resource === "ServerlessCluster";
  const zookeeper = (port: number): string => `z-1.${domain}:${port},z-2.${domain}:${port},z-3.${domain}:${port}`;
  if (serverless) {
    return { bootstrapBrokersSaslIam: `boot-${c.seed.lower("boot", 8)}.c3.kafka-serverless.${c.region}.${c.dns}:9098` };
  }
  const none = Object.fromEntries(
    c.info.computed.filter((f) => f.name.startsWith("bootstrapBrokers")).map((f) => [f.name, ""]),
  );
  return {
    ...none,
    bootstrapBrokers: transit === "TLS" ? "" : brokers(BROKER_PORTS.plaintext),
    bootstrapBrokersTls: hasTls ? brokers(BROKER_PORTS.tls) : "",
    bootstrapBrokersSaslScram: sasl.scram === true ? brokers(BROKER_PORTS.scram) : "",
    bootstrapBrokersSaslIam: sasl.iam === true ? brokers(BROKER_PORTS.iam) : "",
    zookeeperConnectString: zookeeper(2181),
    zookeeperConnectStringTls: zookeeper(2182),
    currentVersion: `K${c.seed.upper("version", 13)}`,
    clusterUuid: c.id.slice(c.id.lastIndexOf("/") + 1),
    customerActionStatus: "NONE",
    storageMode: "LOCAL",
  };
}

function child(value: PropertyMap, name: string): PropertyMap {
  const inner = value[name];
  return inner !== null && typeof inner === "object" && !Array.isArray(inner) ? inner : {};
}

const mskCluster: StandInRule = {
  id: (c) => c.arnOf("kafka", `cluster/${c.physicalName}/${c.seed.uuid("id")}-${1 + c.seed.int("shard", 9)}`),
  arn: (c) => c.id,
  outputs: mskOutputs,
};

const namespace: StandInRule = {
  id: (c) => `ns-${c.seed.lower("id", 16)}`,
  arn: (c) => c.arnOf("servicediscovery", `namespace/${c.id}`),
};

export const messagingRules: StandInRules = {
  "cloudwatch/LogGroup": named("logs", "log-group:"),
  "cloudwatch/LogStream": {
    id: (c) => c.physicalName,
    arn: (c) => c.arnOf("logs", `log-group:${c.text("logGroupName") ?? ""}:log-stream:${c.id}`),
  },
  "cloudwatch/LogDestination": named("logs", "destination:"),
  "cloudwatch/LogDeliverySource": {
    ...named("logs", "delivery-source:"),
    // "" leaves the fallback's word: the service follows from the resource's ARN.
    outputs: (c) => ({ service: (c.text("resourceArn") ?? "").split(":")[2] ?? "" }),
  },
  "cloudwatch/LogDeliveryDestination": {
    ...named("logs", "delivery-destination:"),
    outputs: (c) => {
      const target = String(c.object("deliveryDestinationConfiguration").destinationResourceArn ?? "").split(":")[2];
      return {
        deliveryDestinationType:
          target === "s3" ? "S3" : target === "firehose" ? "FH" : target === "logs" ? "CWL" : "XRAY",
      };
    },
  },
  "cloudwatch/LogDelivery": {
    id: (c) => c.seed.alphanumeric("id", 16),
    arn: (c) => c.arnOf("logs", `delivery:${c.id}`),
  },
  "cloudwatch/MetricAlarm": named("cloudwatch", "alarm:"),
  "cloudwatch/CompositeAlarm": named("cloudwatch", "alarm:"),
  "cloudwatch/Dashboard": {
    id: (c) => c.text("dashboardName") ?? c.physicalName,
    arn: (c) => c.globalArn("cloudwatch", `dashboard/${c.id}`),
    outputs: (c) => ({ dashboardArn: c.arn }),
  },
  "cloudwatch/EventBus": named("events", "event-bus/"),
  "cloudwatch/EventRule": {
    id: (c) => c.physicalName,
    arn: (c) => {
      const bus = c.text("eventBusName")?.replace(/^.*event-bus\//, "") ?? "default";
      return c.arnOf("events", `rule/${bus === "default" ? "" : `${bus}/`}${c.id}`);
    },
  },
  "cloudwatch/EventArchive": named("events", "archive/"),
  "cloudwatch/EventConnection": withOutputs(named("events", "connection/"), (c) => ({
    secretArn: c.arnOf(
      "secretsmanager",
      `secret:events!connection/${c.id}/${c.seed.uuid("secret")}-${c.seed.alphanumeric("suffix", 6)}`,
    ),
  })),
  "cloudtrail/Trail": withOutputs(byArn("cloudtrail", "trail/"), (c) => ({ homeRegion: c.region, snsTopicArn: "" })),
  "sqs/Queue": {
    id: (c) => `https://sqs.${c.region}.${c.dns}/${c.account}/${c.physicalName}`,
    arn: (c) => c.arnOf("sqs", c.physicalName),
    outputs: (c) => ({ url: c.id, kmsDataKeyReusePeriodSeconds: 300 }),
  },
  "sqs/QueuePolicy": { id: (c) => c.text("queueUrl") ?? c.name },
  "sns/Topic": {
    ...byArn("sns", ""),
    outputs: (c) => ({ beginningArchiveTime: "", owner: c.account, signatureVersion: 1 }),
  },
  "sns/TopicSubscription": {
    id: (c) => c.arn,
    arn: (c) => `${c.text("topic") ?? c.arnOf("sns", c.name)}:${c.seed.uuid("id")}`,
    outputs: (c) => ({
      ownerId: c.account,
      confirmationWasAuthenticated: true,
      pendingConfirmation: c.text("protocol")?.startsWith("email") ?? false,
    }),
  },
  "sfn/StateMachine": {
    ...byArn("states", "stateMachine:"),
    outputs: (c) => ({ status: "ACTIVE", revisionId: "", stateMachineVersionArn: `${c.arn}:1` }),
  },
  "sfn/Activity": byArn("states", "activity:"),
  "kinesis/Stream": byArn("kinesis", "stream/"),
  "kinesis/FirehoseDeliveryStream": byArn("firehose", "deliverystream/"),
  "scheduler/Schedule": {
    id: (c) => `${c.text("groupName") ?? "default"}/${c.physicalName}`,
    arn: (c) => c.arnOf("scheduler", `schedule/${c.id}`),
    outputs: () => ({ groupName: "default" }),
  },
  "pipes/Pipe": named("pipes", "pipe/"),
  "msk/Cluster": mskCluster,
  "msk/ServerlessCluster": mskCluster,
  "msk/Configuration": {
    id: (c) => c.arnOf("kafka", `configuration/${c.physicalName}/${c.seed.uuid("id")}-1`),
    arn: (c) => c.id,
    outputs: () => ({ latestRevision: 1 }),
  },
  "servicediscovery/HttpNamespace": withOutputs(namespace, (c) => ({ httpName: c.physicalName })),
  "servicediscovery/PrivateDnsNamespace": withOutputs(namespace, (c) => ({
    hostedZone: `Z${c.seed.upper("zone", 20)}`,
  })),
  "servicediscovery/PublicDnsNamespace": withOutputs(namespace, (c) => ({
    hostedZone: `Z${c.seed.upper("zone", 20)}`,
  })),
  "servicediscovery/Service": {
    id: (c) => `srv-${c.seed.lower("id", 16)}`,
    arn: (c) => c.arnOf("servicediscovery", `service/${c.id}`),
  },
};

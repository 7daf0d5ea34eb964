import { regionsIn } from "../../../../policy/aws/regions";
import { requireResidency } from "../../../../policy/rules/region/require-residency";
import { judgeRule, unknown } from "../../kit/judge";

const config = { allowedRegions: ["eu-west-1", "eu-central-1"] };
const fix = "fix: use one of eu-central-1, eu-west-1";
const home = { region: "eu-central-1" };
const account = "123456789012";

function judge(type: string, props: Record<string, unknown>, change: object = {}) {
  const { violations, undecided } = judgeRule(
    requireResidency,
    { type, props: { ...home, ...props } },
    { ...config, ...change },
  );
  return { violations, undecided };
}

describe("every place where a resource can name a Region", () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      "a global table's witness",
      "aws:dynamodb/table:Table",
      { globalTableWitness: { regionName: "us-west-2" } },
      "globalTableWitness.regionName",
    ],
    [
      "a global table of the older kind",
      "aws:dynamodb/globalTable:GlobalTable",
      { replicas: [{ regionName: "us-west-2" }] },
      "replicas[0].regionName",
    ],
    [
      "the table that a replica is made of",
      "aws:dynamodb/tableReplica:TableReplica",
      { globalTableArn: `arn:aws:dynamodb:us-west-2:${account}:table/orders` },
      "globalTableArn",
    ],
    [
      "a replicated secret",
      "aws:secretsmanager/secret:Secret",
      { replicas: [{ region: "us-west-2" }] },
      "replicas[0].region",
    ],
    [
      "the key that a replica key is made of",
      "aws:kms/replicaKey:ReplicaKey",
      { primaryKeyArn: `arn:aws:kms:us-west-2:${account}:key/mrk-1` },
      "primaryKeyArn",
    ],
    [
      "a replicator's cluster",
      "aws:msk/replicator:Replicator",
      { kafkaClusters: [{ amazonMskCluster: { mskClusterArn: `arn:aws:kafka:us-west-2:${account}:cluster/a/b` } }] },
      "kafkaClusters[0].amazonMskCluster.mskClusterArn",
    ],
    [
      "an event endpoint's second Region",
      "aws:cloudwatch/eventEndpoint:EventEndpoint",
      { routingConfig: { failoverConfig: { secondary: { route: "us-west-2" } } } },
      "routingConfig.failoverConfig.secondary.route",
    ],
    [
      "a subscriber",
      "aws:sns/topicSubscription:TopicSubscription",
      { endpoint: `arn:aws:sqs:us-west-2:${account}:orders` },
      "endpoint",
    ],
    [
      "a dead-letter queue in JSON",
      "aws:sqs/queue:Queue",
      { redrivePolicy: JSON.stringify({ deadLetterTargetArn: `arn:aws:sqs:us-west-2:${account}:dead` }) },
      "redrivePolicy.deadLetterTargetArn",
    ],
    [
      "the source of a function's events",
      "aws:lambda/eventSourceMapping:EventSourceMapping",
      { eventSourceArn: `arn:aws:kinesis:us-west-2:${account}:stream/a` },
      "eventSourceArn",
    ],
    [
      "where logs are sent",
      "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
      { destinationArn: `arn:aws:logs:us-west-2:${account}:destination:a` },
      "destinationArn",
    ],
    [
      "a registry's replicas",
      "aws:ecr/replicationConfiguration:ReplicationConfiguration",
      { replicationConfiguration: { rules: [{ destinations: [{ region: "us-west-2", registryId: account }] }] } },
      "replicationConfiguration.rules[0].destinations[0].region",
    ],
    [
      "a pull-through cache of another registry",
      "aws:ecr/pullThroughCacheRule:PullThroughCacheRule",
      { upstreamRegistryUrl: `${account}.dkr.ecr.us-west-2.amazonaws.com` },
      "upstreamRegistryUrl",
    ],
    [
      "a replicated file system",
      "aws:efs/replicationConfiguration:ReplicationConfiguration",
      { destination: { region: "us-west-2" } },
      "destination.region",
    ],
    [
      "a backup's copies",
      "aws:backup/plan:Plan",
      { rules: [{ copyActions: [{ destinationVaultArn: `arn:aws:backup:us-west-2:${account}:backup-vault:a` }] }] },
      "rules[0].copyActions[0].destinationVaultArn",
    ],
    [
      "a DSQL witness",
      "aws:dsql/cluster:Cluster",
      { multiRegionProperties: { witnessRegion: "us-west-2" } },
      "multiRegionProperties.witnessRegion",
    ],
    [
      "a keyspace's Regions",
      "aws:keyspaces/keyspace:Keyspace",
      { replicationSpecification: { regionLists: ["us-west-2"] } },
      "replicationSpecification.regionLists[0]",
    ],
    [
      "a domain connected from another Region",
      "aws:opensearch/outboundConnection:OutboundConnection",
      { remoteDomainInfo: { region: "us-west-2" } },
      "remoteDomainInfo.region",
    ],
    ["a peer's Region", "aws:ec2/vpcPeeringConnection:VpcPeeringConnection", { peerRegion: "us-west-2" }, "peerRegion"],
    ["an image's Region", "aws:ec2/amiCopy:AmiCopy", { sourceAmiRegion: "us-west-2" }, "sourceAmiRegion"],
    [
      "an address manager's Regions",
      "aws:ec2/vpcIpam:VpcIpam",
      { operatingRegions: [{ regionName: "us-west-2" }] },
      "operatingRegions[0].regionName",
    ],
    [
      "an address outside its Region",
      "aws:ec2/eip:Eip",
      { networkBorderGroup: "us-west-2-lax-1" },
      "networkBorderGroup",
    ],
    ["a zone's VPC", "aws:route53/zoneAssociation:ZoneAssociation", { vpcRegion: "us-west-2" }, "vpcRegion"],
    [
      "an accelerator's endpoints",
      "aws:globalaccelerator/endpointGroup:EndpointGroup",
      { endpointGroupRegion: "us-west-2" },
      "endpointGroupRegion",
    ],
    [
      "a Cloud WAN's edges in its policy",
      "aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment",
      {
        policyDocument: JSON.stringify({
          "core-network-configuration": { "edge-locations": [{ location: "us-west-2" }] },
        }),
      },
      "policyDocument.core-network-configuration.edge-locations[0].location",
    ],
    [
      "a Cloud WAN attachment",
      "aws:networkmanager/connectAttachment:ConnectAttachment",
      { edgeLocation: "us-west-2" },
      "edgeLocation",
    ],
    [
      "an inventory of instances",
      "aws:ssm/resourceDataSync:ResourceDataSync",
      { s3Destination: { region: "us-west-2" } },
      "s3Destination.region",
    ],
    [
      "texts to phones",
      "aws:cognito/userPool:UserPool",
      { smsConfiguration: { snsRegion: "us-west-2" } },
      "smsConfiguration.snsRegion",
    ],
    [
      "a trust store's file",
      "aws:cloudfront/trustStore:TrustStore",
      { caCertificatesBundleSource: { caCertificatesBundleS3Location: { region: "us-west-2" } } },
      "caCertificatesBundleSource.caCertificatesBundleS3Location.region",
    ],
    [
      "a replica in a bucket of an account's own namespace",
      "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
      { rules: [{ destination: { bucket: `arn:aws:s3:::copies-${account}-us-west-2-an` } }] },
      "rules[0].destination.bucket",
    ],
    [
      "a cache's abbreviated host name",
      "aws:lambda/function:Function",
      { environment: { variables: { CACHE: "shop.abc123.0001.usw2.cache.amazonaws.com" } } },
      "environment.variables.CACHE",
    ],
    [
      "a user pool's host name",
      "aws:lambda/function:Function",
      { environment: { variables: { LOGIN: "https://shop.auth.us-west-2.amazoncognito.com/login" } } },
      "environment.variables.LOGIN",
    ],
  ])("%s", (_title, type, props, path) => {
    expect(judge(type, props)).toEqual({ violations: [`${path}: names us-west-2; ${fix}`], undecided: undefined });
  });

  test.each([
    ["shop--usw2-az1--x-s3", ["us-west-2"]],
    [`shop-${account}-eu-west-1-an/key`, ["eu-west-1"]],
    ["HTTPS://SQS.US-WEST-2.AMAZONAWS.COM/1/a", ["us-west-2"]],
    ["a-us-west-2-an-b", []],
    ["https://s3.amazonaws.com/shop", []],
    ["canary--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com", ["us-east-1"]],
  ])("the Regions in %s", (text, regions) => {
    expect(regionsIn(text)).toEqual(regions);
  });
});

describe("what names Regions and places nothing there", () => {
  test.each<[string, string, Record<string, unknown>]>([
    [
      "the Regions of health checkers",
      "aws:route53/healthCheck:HealthCheck",
      { regions: ["us-east-1", "us-west-2", "eu-west-1"] },
    ],
    [
      "the alarm on CloudFront that a health check follows",
      "aws:route53/healthCheck:HealthCheck",
      { cloudwatchAlarmRegion: "us-east-1" },
    ],
    ["a Region that is switched off", "aws:account/region:Region", { regionName: "ap-east-1", enabled: false }],
    [
      "the Regions that the console shows",
      "aws:uxc/accountCustomizations:AccountCustomizations",
      { visibleRegions: ["us-west-2"] },
    ],
    [
      "a location that is no Region",
      "aws:glue/catalogTable:CatalogTable",
      { storageDescriptor: { location: "s3://shop/orders" } },
    ],
    [
      "a location that is not known yet",
      "aws:glue/catalogTable:CatalogTable",
      { storageDescriptor: { location: unknown } },
    ],
  ])("%s", (_title, type, props) => {
    expect(judge(type, props)).toEqual({ violations: [], undecided: undefined });
  });

  test("but a Region that is switched on is judged", () => {
    const props = { regionName: "ap-east-1", enabled: true };
    expect(judge("aws:account/region:Region", props).violations).toEqual([`regionName: names ap-east-1; ${fix}`]);
  });
});

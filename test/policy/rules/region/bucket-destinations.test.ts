import { requireResidency } from "../../../../policy/rules/region/require-residency";
import { unknownOf } from "../../../../policy/testing";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";

const home = { region: "eu-central-1" };
const fix = "fix: use one of eu-central-1, eu-west-1";
const tenantFix = "fix: use one of eu-central-1";

const bucket = (name: string, region: string, props: object = {}): Example => ({
  type: "aws:s3/bucket:Bucket",
  name,
  props: { region, bucket: `shop-${name}`, ...props },
});
const copies = bucket("copies", "us-west-2");
const near = bucket("near", "eu-west-1");

const replication = (to: unknown, sources: string[] = [], props: object = {}): Example => ({
  type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  name: "replication",
  props: { ...home, rules: [{ destination: { bucket: to } }], ...props },
  sources: { rules: sources },
});
const trail = (s3BucketName: unknown, sources: string[] = []): Example => ({
  type: "aws:cloudtrail/trail:Trail",
  name: "trail",
  props: { ...home, s3BucketName },
  sources: { s3BucketName: sources },
});
const firehose = (props: object, sources: Example["sources"] = {}): Example => ({
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  name: "stream",
  props: { ...home, ...props },
  sources,
});
const flowLog = (logDestination: unknown, sources: string[] = []): Example => ({
  type: "aws:ec2/flowLog:FlowLog",
  name: "flow",
  props: { ...home, logDestination },
  sources: { logDestination: sources },
});

const at = "rules[0].destination.bucket";

testJoin(requireResidency, {
  config: {
    allowedRegions: ["eu-west-1", "eu-central-1"],
    tenants: { acme: ["eu-central-1"] },
    bucketRegions: { "other-near": ["eu-west-1"], "other-far": ["us-west-2"] },
  },
  violating: {
    "a replica in a bucket of the stack": {
      stack: [replication("arn:aws:s3:::shop-copies"), copies],
      messages: { replication: [`${at}: is a bucket in us-west-2; ${fix}`] },
    },
    "a replica in a bucket whose name is not known yet": {
      stack: [replication(unknown, ["copies"]), { ...copies, props: { region: "us-west-2" } }],
      messages: { replication: [`${at}: is a bucket in us-west-2; ${fix}`] },
    },
    "a replica in a bucket that the config knows": {
      stack: [replication("arn:aws:s3:::other-far")],
      messages: { replication: [`${at}: is a bucket in us-west-2; ${fix}`] },
    },
    "a replica of a tenant's data in another Region of the environment": {
      stack: [replication("arn:aws:s3:::shop-near", [], { tags: { tenant: "acme" } }), near],
      messages: { replication: [`${at}: is a bucket in eu-west-1; ${tenantFix}`] },
    },
    "an access point of several Regions": {
      stack: [
        {
          type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
          name: "everywhere",
          props: { ...home, details: { name: "shop", regions: [{ bucket: "shop-near" }, { bucket: "shop-copies" }] } },
        },
        near,
        copies,
      ],
      messages: { everywhere: [`details.regions[1].bucket: is a bucket in us-west-2; ${fix}`] },
    },
    "an export, a trail, flow logs and a stream": {
      stack: [
        copies,
        { type: "aws:dynamodb/tableExport:TableExport", name: "export", props: { ...home, s3Bucket: "shop-copies" } },
        trail("shop-copies"),
        flowLog("arn:aws:s3:::shop-copies/flows/"),
        firehose({ splunkConfiguration: { s3Configuration: { bucketArn: "arn:aws:s3:::shop-copies" } } }),
      ],
      messages: {
        export: [`s3Bucket: is a bucket in us-west-2; ${fix}`],
        trail: [`s3BucketName: is a bucket in us-west-2; ${fix}`],
        flow: [`logDestination: is a bucket in us-west-2; ${fix}`],
        stream: [`splunkConfiguration.s3Configuration.bucketArn: is a bucket in us-west-2; ${fix}`],
      },
    },
    "access logs of a distribution": {
      stack: [
        copies,
        {
          type: "aws:cloudfront/distribution:Distribution",
          name: "site",
          props: { loggingConfig: { bucket: "shop-copies.s3.amazonaws.com" } },
        },
      ],
      messages: { site: [`loggingConfig.bucket: is a bucket in us-west-2; ${fix}`] },
    },
  },
  clean: {
    "buckets of the stack in allowed Regions": [replication("arn:aws:s3:::shop-near"), trail(unknown, ["near"]), near],
    "a bucket that the config knows": [replication("arn:aws:s3:::other-near")],
    "a bucket whose name tells the Region": [replication("arn:aws:s3:::copies-123456789012-eu-west-1-an")],
    "flow logs in a log group": [flowLog("arn:aws:logs:eu-central-1:123456789012:log-group:flows")],
    "flow logs whose destination AWS fills in": [flowLog(unknown)],
    "a bucket whose replication AWS fills in": [
      bucket("plain", "eu-central-1", {
        replicationConfiguration: unknownOf.object,
        replicationConfigurations: unknownOf.list,
      }),
    ],
    "nothing at all": [replication(""), firehose({ extendedS3Configuration: null }), trail(null)],
  },
  unknown: {
    "a bucket of another stack": { stack: [trail("elsewhere")], undecided: "trail:s3BucketName" },
    "a bucket that nobody knows yet": { stack: [trail(unknown)], undecided: "trail:s3BucketName" },
    "rules that are not known yet": {
      stack: [replication(unknown, [], { rules: unknownOf.list })],
      undecided: "replication:rules",
    },
    "one of two buckets in different Regions": {
      stack: [replication(unknown, ["near", "copies"]), near, copies],
      undecided: `replication:${at}`,
    },
  },
});

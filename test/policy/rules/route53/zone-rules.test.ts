import { refuseDanglingRecord } from "../../../../policy/rules/route53/refuse-dangling-record";
import { requireDnssec } from "../../../../policy/rules/route53/require-dnssec";
import { requireQueryLog } from "../../../../policy/rules/route53/require-query-log";
import { bucket } from "../../kit/buckets";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const zone = (name: string, props: Example["props"] = {}, sources: Example["sources"] = {}): Example => ({
  type: "aws:route53/zone:Zone",
  name,
  props,
  sources,
});
const queryLog = (zoneId: unknown, of: string[] = []): Example => ({
  type: "aws:route53/queryLog:QueryLog",
  name: "log",
  props: { zoneId, cloudwatchLogGroupArn: unknown },
  sources: { zoneId: of },
});
const noLog = "(resource): does not log queries; fix: create an aws.route53.QueryLog for it";
const inVpc = { vpcs: [{ vpcId: "vpc-0123456789abcdef0" }] };

testJoin(requireQueryLog, {
  violating: {
    "a public zone without, beside one with": {
      stack: [zone("a"), zone("b"), queryLog(unknown, ["b"])],
      messages: { a: [noLog] },
    },
    "a zone whose VPCs a preview does not know": { stack: [zone("a", { vpcs: unknown })], messages: { a: [noLog] } },
  },
  clean: {
    "a zone with a log, by its id": [zone("a", { zoneId: "Z0123456789" }), queryLog("Z0123456789")],
    "a zone of a VPC": [zone("a", inVpc)],
  },
  unknown: {
    "computed VPCs": { stack: [zone("a", { vpcs: unknown }, { vpcs: ["b"] }), zone("b", inVpc)], undecided: "a:vpcs" },
  },
});

const signing = "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec";

testRule(requireDnssec, {
  type: signing,
  violating: {
    "signing turned off": {
      props: { hostedZoneId: unknown, signingStatus: "NOT_SIGNING" },
      messages: ['signingStatus: does not sign; fix: leave it out, or set it to "SIGNING"'],
    },
    "signing turned off, of a known zone": {
      props: { hostedZoneId: "Z0123456789", signingStatus: "NOT_SIGNING" },
      messages: ['signingStatus: does not sign; fix: leave it out, or set it to "SIGNING"'],
    },
  },
  clean: { "nothing said": { props: {} }, "signing, as it is said": { props: { signingStatus: "SIGNING" } } },
  unknown: { "a computed status": { props: { signingStatus: unknown }, path: "signingStatus" } },
});

const unsigned = "(resource): does not sign its answers; fix: create an aws.route53.HostedZoneDnsSec for it";

testJoin(requireDnssec, {
  violating: {
    "a public zone without": { stack: [zone("a")], messages: { a: [unsigned] } },
    "a public zone without, beside one of a VPC": {
      stack: [zone("a", { vpcs: [] }), zone("b", inVpc)],
      messages: { a: [unsigned] },
    },
  },
  clean: {
    "a zone that signs": [
      zone("a"),
      { type: signing, name: "s", props: { hostedZoneId: unknown }, sources: { hostedZoneId: ["a"] } },
    ],
    "a zone that signs, named by way of its key": [
      zone("a"),
      {
        type: "aws:route53/keySigningKey:KeySigningKey",
        name: "key",
        props: { hostedZoneId: unknown },
        sources: { hostedZoneId: ["a"] },
      },
      { type: signing, name: "s", props: { hostedZoneId: unknown }, sources: { hostedZoneId: ["key"] } },
    ],
  },
  unknown: {},
});

const record = (props: Example["props"], sources: Example["sources"] = {}): Example => ({
  type: "aws:route53/record:Record",
  name: "record",
  props: { zoneId: unknown, name: "files.example.com", ...props },
  sources,
});
const alias = (name: unknown) => ({
  type: "A",
  aliases: [{ name, zoneId: "Z1BKCTXD74EZPE", evaluateTargetHealth: false }],
});
const cname = (...records: unknown[]) => ({ type: "CNAME", records });
const dangling = "points at a name that is not of this stack; fix: take it from the resource, or remove the record";

testJoin(refuseDanglingRecord, {
  violating: {
    "an alias of a website that is elsewhere": {
      stack: [record(alias("s3-website.eu-central-1.amazonaws.com")), bucket("other", { bucket: "shop-other" })],
      messages: { record: [`aliases[0].name: ${dangling}`] },
    },
    "names of a bucket and of an environment": {
      stack: [
        record(
          cname(
            "files.example.com.s3-website-us-east-1.amazonaws.com.",
            "files.example.com.s3.eu-central-1.amazonaws.com",
            "shop.eu-central-1.elasticbeanstalk.com",
          ),
        ),
      ],
      messages: { record: [0, 1, 2].map((i) => `records[${i}]: ${dangling}`) },
    },
  },
  clean: {
    "a website of the stack, by the name of the record": [
      bucket("site", { bucket: "files.example.com" }),
      record(alias("s3-website-us-east-1.amazonaws.com")),
    ],
    "a website of the stack, by the name of the record within its zone": [
      bucket("site", { bucket: "files.example.com" }),
      record({ ...alias("s3-website-us-east-1.amazonaws.com"), name: "files" }),
    ],
    "an environment whose name holds what AWS has drawn for it": [
      record(cname("shop.eba-m3x7q2kz.eu-central-1.elasticbeanstalk.com")),
    ],
    "a bucket of the stack, in capitals": [
      bucket("site", { bucket: "shop-site" }),
      record(cname("Shop-Site.S3.amazonaws.com")),
    ],
    "a bucket of the stack, by its name": [
      bucket("site", { bucket: "shop-site" }),
      record(cname("shop-site.s3.amazonaws.com")),
    ],
    "a name that was made from a resource": [bucket("site"), record(alias(unknown), { aliases: ["site"] })],
    "other names": [
      record(cname("files.vpce-1.s3.eu-central-1.vpce.amazonaws.com", "a-1.s3-accesspoint.eu-central-1.amazonaws.com")),
      record({ ...cname("d111111abcdef8.cloudfront.net"), ...alias("alb-1.eu-central-1.elb.amazonaws.com") }),
    ],
  },
  unknown: {
    "a bucket whose name is not known": {
      stack: [bucket("site", { bucket: unknown }), record(cname("shop-site.s3.amazonaws.com"))],
      undecided: "record:records[0]",
    },
    "a record whose name is not known": {
      stack: [record({ ...alias("s3-website-us-east-1.amazonaws.com"), name: unknown })],
      undecided: "record:aliases[0].name",
    },
  },
});

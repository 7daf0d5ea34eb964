import { blockAccessPointPublicAccess } from "../../../../policy/rules/s3/block-access-point-public-access";
import { requireVpcAccessPoint } from "../../../../policy/rules/s3/require-vpc-access-point";
import { scopeAccessGrants } from "../../../../policy/rules/s3/scope-access-grants";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:s3/accessPoint:AccessPoint";
const allOn = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

testRule(requireVpcAccessPoint, {
  type,
  violating: {
    "an access point on the internet": {
      props: { bucket: "shop-files" },
      messages: ["vpcConfiguration: is not set, so the access point answers the internet; fix: set its vpcId"],
    },
    "an empty VPC": {
      props: { bucket: "shop-files", vpcConfiguration: { vpcId: "" } },
      messages: ["vpcConfiguration: is not set, so the access point answers the internet; fix: set its vpcId"],
    },
  },
  clean: {
    "an access point in a VPC": { props: { bucket: unknown, vpcConfiguration: { vpcId: "vpc-0123456789abcdef0" } } },
    "one in a VPC that is yet to come": { props: { bucket: unknown, vpcConfiguration: { vpcId: unknown } } },
  },
  unknown: {
    "a computed configuration": { props: { vpcConfiguration: unknown }, path: "vpcConfiguration" },
  },
});

const inVpc = (region: string | undefined, vpcRegion: string): Example[] => [
  { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { region: vpcRegion } },
  {
    type,
    name: "point",
    props: { region, vpcConfiguration: { vpcId: unknown } },
    sources: { vpcConfiguration: ["vpc"] },
  },
];
const elsewhere =
  "vpcConfiguration.vpcId: is a VPC of another Region; fix: name a VPC in the access point's own Region";

testJoin(requireVpcAccessPoint, {
  violating: {
    "a VPC of another Region": { stack: inVpc("eu-central-1", "eu-west-1"), messages: { point: [elsewhere] } },
    "a VPC of another Region, the other way round": {
      stack: inVpc("eu-west-1", "eu-central-1"),
      messages: { point: [elsewhere] },
    },
  },
  clean: {
    "a VPC of the same Region": inVpc("eu-central-1", "eu-central-1"),
    "a Region that nobody says": inVpc(undefined, "eu-central-1"),
  },
  unknown: {},
});

testRule(blockAccessPointPublicAccess, {
  type,
  violating: {
    "two flags off": {
      props: { publicAccessBlockConfiguration: { ...allOn, blockPublicPolicy: false, restrictPublicBuckets: false } },
      messages: [
        "publicAccessBlockConfiguration.blockPublicPolicy: is not true; fix: set it to true",
        "publicAccessBlockConfiguration.restrictPublicBuckets: is not true; fix: set it to true",
      ],
    },
    "a flag off for a multi-Region access point": {
      type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
      props: { details: { name: "shop", publicAccessBlock: { ...allOn, ignorePublicAcls: false } } },
      messages: ["details.publicAccessBlock.ignorePublicAcls: is not true; fix: set it to true"],
    },
  },
  clean: {
    "nothing said, which turns all on": { props: { bucket: "shop-files" } },
    "one flag said": { props: { publicAccessBlockConfiguration: { blockPublicAcls: true } } },
    "all on for a multi-Region access point": {
      type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
      props: { details: { name: "shop", publicAccessBlock: allOn } },
    },
  },
  unknown: {
    "a computed block": {
      props: { publicAccessBlockConfiguration: unknown },
      path: "publicAccessBlockConfiguration",
    },
    "a computed flag": {
      props: { publicAccessBlockConfiguration: { ...allOn, blockPublicAcls: unknown } },
      path: "publicAccessBlockConfiguration.blockPublicAcls",
    },
  },
});

const grant = (props: Example["props"], of?: string): Example => ({
  type: "aws:s3control/accessGrant:AccessGrant",
  name: "grant",
  props: { accessGrantsLocationId: unknown, permission: "READ", ...props },
  sources: of === undefined ? {} : { accessGrantsLocationId: [of] },
});
const location = (name: string, locationScope: unknown): Example => ({
  type: "aws:s3control/accessGrantsLocation:AccessGrantsLocation",
  name,
  props: { locationScope },
});
const sub = (s3SubPrefix: unknown) => ({ accessGrantsLocationConfiguration: { s3SubPrefix } });
const wide = 'is of every bucket; fix: name a bucket and a prefix, such as "reports/*"';

testJoin(scopeAccessGrants, {
  violating: {
    "the whole of everything": {
      stack: [location("all", "s3://"), grant({}, "all")],
      messages: { grant: [`accessGrantsLocationConfiguration.s3SubPrefix: ${wide}`] },
    },
    "a wildcard in the default location": {
      stack: [grant({ accessGrantsLocationId: "default", ...sub("*") })],
      messages: { grant: [`accessGrantsLocationConfiguration.s3SubPrefix: ${wide}`] },
    },
  },
  clean: {
    "a bucket of everything": [location("all", "s3://"), grant(sub("reports/2026/*"), "all")],
    "the whole of one bucket's location": [location("reports", "s3://reports/*"), grant(sub("*"), "reports")],
    "a location of another stack": [grant(sub("*"))],
  },
  unknown: {
    "a computed prefix in everything": {
      stack: [location("all", "s3://"), grant(sub(unknown), "all")],
      undecided: "grant:accessGrantsLocationConfiguration.s3SubPrefix",
    },
    "a computed scope": {
      stack: [location("some", unknown), grant({}, "some")],
      undecided: "grant:accessGrantsLocationId",
    },
  },
});

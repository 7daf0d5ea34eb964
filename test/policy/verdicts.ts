// What some rules of the pack say of some resources, with the config of dev (`policy/dev.json`): the verdicts that the analyzer protocol, the
// real engine and the offline preview must agree on. Regional resources carry their `region`, as the provider's Check leaves it.

import { rules } from "../../policy/pack";
import { behavior, distribution, distributionType, httpsOrigin } from "./kit/distributions";
import { type Example, unknown } from "./kit/judge";
import { allowCloudFront, denyPlainHttp, document } from "./kit/policy-documents";

/** The rules that the verdicts are about. */
const judged = new Set([
  "cloudfront-viewer-https",
  "cloudfront-origin-https",
  "cloudfront-s3-origin-oac",
  "cloudfront-oac-signs-always",
  "cloudfront-no-oai",
  "cloudfront-access-pinned",
  "cloudfront-waf",
  "cloudfront-certificate-region",
  "cloudfront-alias-unique",
  "wafv2-cloudfront-region",
  "s3-block-public-access",
  "s3-tls-only",
  "s3-no-oai-principal",
  "lb-listener-https",
  "lb-listener-tls-policy",
  "region-residency",
]);

/** The others come and go without a word here: tests of the whole pack disable them. */
export const unjudged: readonly string[] = rules.flatMap(({ name }) => (judged.has(name) ? [] : name));

export interface Verdict extends Example {
  readonly title: string;
  readonly name: string;
  /** Policy, level and the property that the message begins with. Sorted by policy. */
  readonly expected: readonly (readonly [policy: string, level: "mandatory" | "advisory", property: string])[];
  /** Policies that cannot decide, and the properties they wait for. Sorted by policy. */
  readonly undecided: readonly (readonly [policy: string, property: string])[];
}

export const verdicts: readonly Verdict[] = [
  {
    title: "a distribution as it should be",
    name: "good",
    type: distributionType,
    props: distribution(),
    expected: [],
    undecided: [],
  },
  {
    title: "a distribution open to HTTP on both sides, without WAF, with an origin access identity",
    name: "open",
    type: distributionType,
    props: distribution({
      aliases: ["open.example.com"],
      origins: [
        httpsOrigin({ originProtocolPolicy: "match-viewer", originSslProtocols: ["TLSv1"] }),
        {
          originId: "site",
          domainName: "shop-site.s3.eu-central-1.amazonaws.com",
          s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E127EXAMPLE51Z" },
        },
      ],
      defaultCacheBehavior: behavior("allow-all"),
      webAclId: undefined,
    }),
    expected: [
      ["cloudfront-origin-https", "mandatory", "origins[0].customOriginConfig.originProtocolPolicy"],
      ["cloudfront-origin-https", "mandatory", "origins[0].customOriginConfig.originSslProtocols[0]"],
      ["cloudfront-s3-origin-oac", "mandatory", "origins[1].originAccessControlId"],
      ["cloudfront-s3-origin-oac", "mandatory", "origins[1].s3OriginConfig.originAccessIdentity"],
      ["cloudfront-viewer-https", "mandatory", "defaultCacheBehavior.viewerProtocolPolicy"],
      ["cloudfront-waf", "mandatory", "webAclId"],
    ],
    undecided: [],
  },
  {
    title: "a distribution whose web ACL is computed, which refuses what is known all the same",
    name: "computed",
    type: distributionType,
    props: distribution({
      aliases: ["computed.example.com"],
      webAclId: unknown,
      defaultCacheBehavior: behavior("allow-all"),
    }),
    expected: [["cloudfront-viewer-https", "mandatory", "defaultCacheBehavior.viewerProtocolPolicy"]],
    undecided: [["cloudfront-waf", "webAclId"]],
  },
  {
    title: "an origin access identity",
    name: "identity",
    type: "aws:cloudfront/originAccessIdentity:OriginAccessIdentity",
    props: { comment: "site" },
    expected: [["cloudfront-no-oai", "mandatory", "(resource)"]],
    undecided: [],
  },
  {
    title: "an origin access control that leaves signing to viewers",
    name: "unsigned",
    type: "aws:cloudfront/originAccessControl:OriginAccessControl",
    props: { originAccessControlOriginType: "s3", signingBehavior: "no-override", signingProtocol: "sigv4" },
    expected: [["cloudfront-oac-signs-always", "mandatory", "signingBehavior"]],
    undecided: [],
  },
  {
    title: "a bucket policy for any distribution, over any protocol",
    name: "any",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { region: "eu-central-1", bucket: "shop-site", policy: document(allowCloudFront({})) },
    expected: [
      ["cloudfront-access-pinned", "mandatory", "policy.Statement[0]"],
      ["s3-tls-only", "mandatory", "policy"],
    ],
    undecided: [],
  },
  {
    title: "a computed bucket policy",
    name: "later",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { region: "eu-central-1", bucket: "shop-site", policy: unknown },
    expected: [],
    undecided: [
      ["cloudfront-access-pinned", "policy"],
      ["s3-no-oai-principal", "policy"],
      ["s3-tls-only", "policy"],
    ],
  },
  {
    title: "a bucket policy as it should be",
    name: "pinned",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { region: "eu-central-1", bucket: "shop-site", policy: document(denyPlainHttp, allowCloudFront()) },
    expected: [],
    undecided: [],
  },
  {
    title: "an HTTP listener of the alb module",
    name: "plain",
    type: "aws:alb/listener:Listener",
    props: {
      region: "eu-central-1",
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward" }],
      loadBalancerArn: unknown,
    },
    expected: [["lb-listener-https", "mandatory", "defaultActions[0].type"]],
    undecided: [],
  },
  {
    title: "a queue in a Region that dev does not allow",
    name: "away",
    type: "aws:sqs/queue:Queue",
    props: { region: "eu-west-1" },
    expected: [["region-residency", "mandatory", "region"]],
    undecided: [],
  },
  {
    title: "a table with a replica in a Region that dev does not allow",
    name: "replica",
    type: "aws:dynamodb/table:Table",
    props: { region: "eu-central-1", hashKey: "id", replicas: [{ regionName: "eu-west-1" }] },
    expected: [["region-residency", "mandatory", "replicas[0].regionName"]],
    undecided: [],
  },
];

/** The property that a reported message begins with: `<reason>\n<property>: <what>; fix: <fix>`. */
export function propertyOf(message: string): string | undefined {
  return /(?:^|\n)(\(resource\)|[A-Za-z_$]\S*): /.exec(message)?.[1];
}

/** The properties that an undecided policy waits for, from the SDK's advisory line. */
export function undecidedPropertyOf(message: string): string | undefined {
  return /^can't run policy .* during preview: \w+ value at \.(.+) can't be known during preview\s*$/.exec(
    message,
  )?.[1];
}

import type { Property } from "../../aws/reading";
import { pciDss, securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { mustBeOneOf, shown, undecided, violated } from "../../rule";
import { customConfigsOf, distributionTypes } from "./distribution";

const vpcOrigin = "aws:cloudfront/vpcOrigin:VpcOrigin";
const httpsOnly = new Set(["https-only"]);

/** CloudFront speaks TLS 1.2 and nothing older to custom origins and VPC origins; S3 and Lambda origins have no such setting. */
export const requireOriginHttps: Rule = {
  name: "cloudfront-origin-https",
  severity: "high",
  reason:
    "CloudFront must reach custom and VPC origins over HTTPS with TLS 1.2, so that requests stay encrypted behind the edge.",
  remediation: 'Set originProtocolPolicy to "https-only" and originSslProtocols to ["TLSv1.2"] on the origin.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  // CloudFront.9 accepts match-viewer, CloudFront.10 accepts TLS 1.0.
  frameworks: [securityHub("CloudFront.9", "stricter"), securityHub("CloudFront.10", "stricter"), pciDss("4.2.1")],
  profile: "baseline",
  types: [...distributionTypes, vpcOrigin],
  *check({ type, properties }: Resource) {
    if (type === vpcOrigin) {
      yield* checkOriginConfig(properties.at("vpcOriginEndpointConfig"));
      return;
    }
    const origins = properties.at("origins");
    if (origins.state === "unknown") yield undecided(origins);
    for (const origin of origins.items) for (const config of customConfigsOf(origin)) yield* checkOriginConfig(config);
  },
};

function* checkOriginConfig(config: Property): Iterable<Finding> {
  if (config.state === "unknown") {
    yield undecided(config);
    return;
  }
  yield* mustBeOneOf(config.at("originProtocolPolicy"), httpsOnly, 'set it to "https-only"');
  const protocols = config.at("originSslProtocols");
  // A VPC origin wraps the list: { items, quantity }.
  yield* checkProtocols(protocols.isList || protocols.state !== "known" ? protocols : protocols.at("items"));
}

function* checkProtocols(protocols: Property): Iterable<Finding> {
  const fix = 'set it to ["TLSv1.2"]';
  if (protocols.state === "unknown") yield undecided(protocols);
  else if (protocols.items.length === 0) yield violated(protocols, "names no protocol", fix);
  for (const protocol of protocols.items) {
    if (protocol.state === "unknown") yield undecided(protocol);
    else if (protocol.text !== "TLSv1.2")
      yield violated(protocol, `is ${shown(protocol)}`, fix.replace("it", "originSslProtocols"));
  }
}

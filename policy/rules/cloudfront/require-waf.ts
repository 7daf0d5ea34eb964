import { parseArn } from "../../aws/arn";
import type { Property } from "../../aws/reading";
import { globalServicesRegion, shownRegion } from "../../aws/regions";
import { pciDss, securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { distributionTypes, tenantType } from "./distribution";

const fix = 'set it to the ARN of an aws.wafv2.WebAcl with scope "CLOUDFRONT" in us-east-1';

/** Every distribution has a WAFv2 web ACL of scope CLOUDFRONT, and no tenant of a multi-tenant one goes without. */
export const requireWaf: Rule = {
  name: "cloudfront-waf",
  severity: "high",
  reason:
    "Every distribution must have a WAFv2 web ACL, so that known attacks stop at the edge; WAF Classic is out of support.",
  remediation: 'Set webAclId to the ARN of an aws.wafv2.WebAcl with scope "CLOUDFRONT" and region "us-east-1".',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html",
  // CloudFront.6 accepts WAF Classic.
  frameworks: [securityHub("CloudFront.6", "stricter"), pciDss("6.4.2")],
  profile: "baseline",
  types: [...distributionTypes, tenantType],
  *check({ type, properties }: Resource) {
    if (type === tenantType) yield* checkTenant(properties.at("customizations", "webAcl"));
    else yield* checkWebAcl(properties.at("webAclId"));
  },
};

/** Without customization a tenant has the web ACL of its distribution. */
function* checkTenant(webAcl: Property): Iterable<Finding> {
  const action = webAcl.at("action");
  if (action.state === "unknown") yield undecided(action);
  else if (action.text === "disable")
    yield violated(action, 'is "disable"', "leave webAcl out, so that the tenant has its distribution's web ACL");
  else if (action.state === "known") yield* checkWebAcl(webAcl.at("arn"));
}

function* checkWebAcl(webAcl: Property): Iterable<Finding> {
  if (webAcl.state === "unknown") yield undecided(webAcl);
  else if (webAcl.state === "absent" || webAcl.isEmpty) yield violated(webAcl, "is not set", fix);
  else {
    const arn = parseArn(webAcl.text ?? "");
    if (arn?.service !== "wafv2") yield violated(webAcl, "is not a WAFv2 web ACL", fix);
    else if (!arn.resource.startsWith("global/webacl/")) yield violated(webAcl, "is a web ACL of scope REGIONAL", fix);
    else if (arn.partition === "aws" && arn.region !== globalServicesRegion)
      yield violated(webAcl, `is in ${shownRegion(arn.region)}`, fix);
  }
}

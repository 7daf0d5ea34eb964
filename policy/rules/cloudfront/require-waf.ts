import { parseArn } from "../../aws/arn";
import { globalServicesRegion, shownRegion } from "../../aws/regions";
import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { distributionTypes } from "./distribution";

/** Every distribution has a WAFv2 web ACL of scope CLOUDFRONT. */
export const requireWaf: Rule = {
  name: "cloudfront-waf",
  severity: "high",
  reason:
    "Every distribution must have a WAFv2 web ACL, so that known attacks stop at the edge; WAF Classic is out of support.",
  remediation: 'Set webAclId to the ARN of an aws.wafv2.WebAcl with scope "CLOUDFRONT" and region "us-east-1".',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html",
  // CloudFront.6 accepts WAF Classic.
  frameworks: [securityHub("CloudFront.6", "stricter"), pciDss("6.4.2")],
  types: distributionTypes,
  *check({ properties }: Resource) {
    const webAcl = properties.at("webAclId");
    const fix = 'set it to the ARN of an aws.wafv2.WebAcl with scope "CLOUDFRONT" in us-east-1';
    if (webAcl.state === "unknown") yield undecided(webAcl);
    else if (webAcl.state === "absent" || webAcl.isEmpty) yield violated(webAcl, "is not set", fix);
    else {
      const arn = parseArn(webAcl.text ?? "");
      if (arn?.service !== "wafv2") yield violated(webAcl, "is not a WAFv2 web ACL", fix);
      else if (!arn.resource.startsWith("global/webacl/"))
        yield violated(webAcl, "is a web ACL of scope REGIONAL", fix);
      else if (arn.partition === "aws" && arn.region !== globalServicesRegion)
        yield violated(webAcl, `is in ${shownRegion(arn.region)}`, fix);
    }
  },
};

import type { Rule } from "../../rule";
import { violated, wholeResource } from "../../rule";

/** No web ACL of WAF Classic. */
export const refuseClassic: Rule = {
  name: "waf-no-classic",
  severity: "high",
  reason:
    "AWS ends WAF Classic, Region by Region, since September 2025: it gets no new rules, and what relies on it loses its protection.",
  remediation: "Replace the web ACL by an aws.wafv2.WebAcl, and its rules by rules or managed rule groups of that one.",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"],
  *check() {
    yield violated(wholeResource, "is a web ACL of WAF Classic", "create an aws.wafv2.WebAcl instead");
  },
};

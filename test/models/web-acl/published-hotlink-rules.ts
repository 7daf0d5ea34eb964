// The rules of "How to help prevent hotlinking using referer checking, AWS WAF, and Amazon CloudFront", as its steps build them.
// https://aws.amazon.com/blogs/security/how-to-prevent-hotlinking-by-using-aws-waf-amazon-cloudfront-and-referer-checking/
// Kept as a record of what the component does not do; the test beside this shows why.

import { NO_TRANSFORMATION, type Rule, ruleOf, type Statement } from "./one-rule";

const LOWERCASE = [{ priority: 0, type: "LOWERCASE" }];

/** The post writes `Referer` once; the provider wants header names in lower case, which are the same names. */
function referer(positionalConstraint: string, searchString: string, textTransformations = LOWERCASE): Statement {
  const fieldToMatch = { singleHeader: { name: "referer" } };
  return { byteMatchStatement: { fieldToMatch, positionalConstraint, searchString, textTransformations } };
}

function pathStartsWith(searchString: string, textTransformations = LOWERCASE): Statement {
  const fieldToMatch = { uriPath: {} };
  return {
    byteMatchStatement: { fieldToMatch, positionalConstraint: "STARTS_WITH", searchString, textTransformations },
  };
}

/**
 * Approach 1, a separate subdomain: block where the Referer does not match. The steps choose "Exactly matches string"; the text
 * around them says "ends with example.com" and "contains a given value".
 */
export const approach1 = (positionalConstraint: "EXACTLY" | "ENDS_WITH" | "CONTAINS"): Rule[] => [
  ruleOf({ notStatement: { statement: referer(positionalConstraint, "example.com") } }, { name: "Referer-check" }),
];

/** Approach 2, the same domain: allow the site's own Referers, then block every other that looks like a URL. */
export const approach2: Rule[] = [
  ruleOf(
    { andStatement: { statements: [referer("STARTS_WITH", "https://example.com"), pathStartsWith("/wp-content")] } },
    { name: "Validate-referer-header", priority: 0, action: { allow: {} } },
  ),
  ruleOf(
    {
      andStatement: {
        statements: [referer("CONTAINS", "://", NO_TRANSFORMATION), pathStartsWith("/wp-content", NO_TRANSFORMATION)],
      },
    },
    { name: "Validate-with-no_Referer-header", priority: 1 },
  ),
];

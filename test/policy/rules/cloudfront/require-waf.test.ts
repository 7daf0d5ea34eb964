import { requireWaf } from "../../../../policy/rules/cloudfront/require-waf";
import { distribution, distributionType, multitenantType, tenantType, webAclArn } from "../../kit/distributions";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const fix = 'fix: set it to the ARN of an aws.wafv2.WebAcl with scope "CLOUDFRONT" in us-east-1';

testRule(requireWaf, {
  type: distributionType,
  violating: {
    "no web ACL": { props: distribution({ webAclId: undefined }), messages: [`webAclId: is not set; ${fix}`] },
    "an empty id": { props: distribution({ webAclId: "" }), messages: [`webAclId: is not set; ${fix}`] },
    "WAF Classic": {
      props: distribution({ webAclId: "473e64fd-f30b-4765-81a0-62ad96dd167a" }),
      messages: [`webAclId: is not a WAFv2 web ACL; ${fix}`],
    },
    "a regional web ACL": {
      props: distribution({ webAclId: webAclArn.replace("global", "regional").replace("us-east-1", "eu-central-1") }),
      messages: [`webAclId: is a web ACL of scope REGIONAL; ${fix}`],
    },
    "a multi-tenant distribution without one": {
      type: multitenantType,
      props: {},
      messages: [`webAclId: is not set; ${fix}`],
    },
    "a tenant that switches it off": {
      type: tenantType,
      props: { customizations: { webAcl: { action: "disable" } } },
      messages: [
        'customizations.webAcl.action: is "disable"; fix: leave webAcl out, so that the tenant has its distribution\'s web ACL',
      ],
    },
    "a tenant that puts a regional one in its place": {
      type: tenantType,
      props: { customizations: { webAcl: { action: "override", arn: webAclArn.replace("global", "regional") } } },
      messages: [`customizations.webAcl.arn: is a web ACL of scope REGIONAL; ${fix}`],
    },
    "a tenant that puts none in its place": {
      type: tenantType,
      props: { customizations: { webAcl: { action: "override" } } },
      messages: [`customizations.webAcl.arn: is not set; ${fix}`],
    },
    "a tenant that puts one of another Region in its place": {
      type: tenantType,
      props: {
        customizations: { webAcl: { action: "override", arn: webAclArn.replace("us-east-1", "eu-central-1") } },
      },
      messages: [`customizations.webAcl.arn: is in eu-central-1; ${fix}`],
    },
  },
  clean: {
    "a web ACL of scope CLOUDFRONT": { props: distribution() },
    "a multi-tenant distribution with one": { type: multitenantType, props: { webAclId: webAclArn } },
    "a tenant that customizes nothing": { type: tenantType, props: {} },
    "a tenant with its distribution's": { type: tenantType, props: { customizations: {} } },
    "a tenant with one of its own": {
      type: tenantType,
      props: { customizations: { webAcl: { action: "override", arn: webAclArn } } },
    },
  },
  unknown: {
    "a computed web ACL": { props: distribution({ webAclId: unknown }), path: "webAclId" },
    "a computed customization": { type: tenantType, props: { customizations: unknown }, path: "customizations" },
    "a tenant's computed web ACL": {
      type: tenantType,
      props: { customizations: { webAcl: { action: "override", arn: unknown } } },
      path: "customizations.webAcl.arn",
    },
    "a tenant's computed action": {
      type: tenantType,
      props: { customizations: { webAcl: { action: unknown, arn: webAclArn } } },
      path: "customizations.webAcl.action",
    },
  },
});

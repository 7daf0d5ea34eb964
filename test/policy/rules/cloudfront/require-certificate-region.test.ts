import { requireCertificateRegion } from "../../../../policy/rules/cloudfront/require-certificate-region";
import { certificateArn, distribution, distributionType, multitenantType, tenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const fix = 'fix: use a certificate created with region "us-east-1"';
const at = "viewerCertificate.acmCertificateArn";
const inFrankfurt = certificateArn.replace("us-east-1", "eu-central-1");
const tenantAt = "customizations.certificate.arn";
const tenantWith = (arn: unknown) => ({ customizations: { certificate: { arn } } });
const withCertificate = (acmCertificateArn: unknown) => distribution({ viewerCertificate: { acmCertificateArn } });

testRule(requireCertificateRegion, {
  type: distributionType,
  violating: {
    "a certificate of the stack's own Region": {
      props: withCertificate(inFrankfurt),
      messages: [`${at}: is a certificate in eu-central-1; ${fix}`],
    },
    "something that is no ARN": {
      props: withCertificate("shop.example.com"),
      messages: [`${at}: is not an ARN; ${fix}`],
    },
    "a multi-tenant distribution with a certificate of another Region": {
      type: multitenantType,
      props: { viewerCertificate: { acmCertificateArn: inFrankfurt } },
      messages: [`${at}: is a certificate in eu-central-1; ${fix}`],
    },
    "a tenant with a certificate of another Region": {
      type: tenantType,
      props: tenantWith(inFrankfurt),
      messages: [`${tenantAt}: is a certificate in eu-central-1; ${fix}`],
    },
  },
  clean: {
    "a certificate in us-east-1": { props: distribution() },
    "a certificate of the partition aws-cn": {
      props: withCertificate("arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/a"),
    },
    "the default certificate": { props: distribution({ viewerCertificate: { cloudfrontDefaultCertificate: true } }) },
    "a tenant with a certificate in us-east-1": { type: tenantType, props: tenantWith(certificateArn) },
    "a tenant with the shared certificate": { type: tenantType, props: {} },
    "a tenant's computed ARN": { type: tenantType, props: tenantWith(unknown) },
    "a computed ARN, which the look at the whole stack judges": { props: withCertificate(unknown) },
  },
  unknown: {},
});

const certificate = (region: unknown, type = "aws:acm/certificateValidation:CertificateValidation"): Example => ({
  type,
  name: "certificate",
  props: { region },
});
const site: Example = {
  type: distributionType,
  name: "site",
  props: withCertificate(unknown),
  sources: { viewerCertificate: ["certificate"] },
};
const tenant: Example = {
  type: tenantType,
  name: "acme",
  props: { customizations: { certificate: { arn: unknown }, webAcl: { action: "override", arn: unknown } } },
  sources: { customizations: ["acl", "certificate"] },
};
const acl: Example = { type: "aws:wafv2/webAcl:WebAcl", name: "acl", props: { region: "us-east-1" } };

testJoin(requireCertificateRegion, {
  violating: {
    "a computed ARN of a certificate of another Region": {
      stack: [certificate("eu-central-1"), site],
      messages: { site: [`${at}: is a certificate in eu-central-1; ${fix}`] },
    },
    "a tenant's, which is among what its customizations were made from": {
      stack: [acl, certificate("eu-central-1"), tenant],
      messages: { acme: [`${tenantAt}: is a certificate in eu-central-1; ${fix}`] },
    },
  },
  clean: {
    "a computed ARN of a certificate in us-east-1": [certificate("us-east-1", "aws:acm/certificate:Certificate"), site],
    "a tenant's in us-east-1": [acl, certificate("us-east-1"), tenant],
    "a known ARN, which was judged with the resource": [
      certificate("eu-central-1"),
      { ...site, props: withCertificate(inFrankfurt) },
    ],
  },
  unknown: {
    "a certificate without known Region": { stack: [certificate(unknown), site], undecided: `site:${at}` },
    "a certificate from outside the stack": { stack: [site], undecided: `site:${at}` },
    "a tenant's from outside the stack": { stack: [acl, tenant], undecided: `acme:${tenantAt}` },
  },
});

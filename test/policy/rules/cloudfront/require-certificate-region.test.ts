import { requireCertificateRegion } from "../../../../policy/rules/cloudfront/require-certificate-region";
import { toPolicy } from "../../../../policy/sdk-policy";
import { certificateArn, distribution, distributionType, multitenantType, tenantType } from "../../kit/distributions";
import { type Example, judgeStack, unknown, urnOf } from "../../kit/judge";
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

describe("with a computed certificate ARN", () => {
  const policy = toPolicy(requireCertificateRegion);
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

  test("the certificate's Region decides", () => {
    expect(judgeStack(policy, [certificate("eu-central-1"), site])).toMatchObject({
      violations: [`${at}: is a certificate in eu-central-1; ${fix}`],
      urns: [urnOf(site)],
      undecided: undefined,
    });
    expect(judgeStack(policy, [certificate("us-east-1", "aws:acm/certificate:Certificate"), site])).toMatchObject({
      violations: [],
      undecided: undefined,
    });
  });

  test("a tenant's certificate is found among what its customizations were made from", () => {
    const tenant: Example = {
      type: tenantType,
      name: "acme",
      props: { customizations: { certificate: { arn: unknown }, webAcl: { action: "override", arn: unknown } } },
      sources: { customizations: ["acl", "certificate"] },
    };
    const acl: Example = { type: "aws:wafv2/webAcl:WebAcl", name: "acl", props: { region: "us-east-1" } };
    expect(judgeStack(policy, [acl, certificate("eu-central-1"), tenant])).toMatchObject({
      violations: [`${tenantAt}: is a certificate in eu-central-1; ${fix}`],
      urns: [urnOf(tenant)],
    });
    expect(judgeStack(policy, [acl, certificate("us-east-1"), tenant])).toMatchObject({
      violations: [],
      undecided: undefined,
    });
    expect(judgeStack(policy, [acl, tenant]).undecided).toBe(`acme:${tenantAt}`);
  });

  test("a certificate without known Region, or from outside the stack, is undecided", () => {
    expect(judgeStack(policy, [certificate(unknown), site])).toMatchObject({ violations: [], undecided: `site:${at}` });
    expect(judgeStack(policy, [site])).toMatchObject({ violations: [], undecided: `site:${at}` });
  });

  test("a known ARN was judged with the resource and is not judged again", () => {
    const known: Example = { ...site, props: withCertificate(certificateArn.replace("us-east-1", "eu-central-1")) };
    expect(judgeStack(policy, [certificate("eu-central-1"), known])).toMatchObject({
      violations: [],
      undecided: undefined,
    });
  });
});

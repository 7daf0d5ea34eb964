import { requireOwnCertificate } from "../../../../policy/rules/cloudfront/require-own-certificate";
import { requireSni } from "../../../../policy/rules/cloudfront/require-sni";
import { requireViewerTls } from "../../../../policy/rules/cloudfront/require-viewer-tls";
import { certificateArn, distribution, distributionType, multitenantType } from "../../kit/distributions";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const certificate = (change: Record<string, unknown>) =>
  distribution({
    viewerCertificate: {
      acmCertificateArn: certificateArn,
      minimumProtocolVersion: "TLSv1.2_2025",
      sslSupportMethod: "sni-only",
      ...change,
    },
  });
const shared = distribution({ viewerCertificate: { cloudfrontDefaultCertificate: true } });
const at = "viewerCertificate.minimumProtocolVersion";
const fix = 'fix: set it to "TLSv1.2_2025"';

testRule(requireViewerTls, {
  type: distributionType,
  violating: {
    "an old policy": {
      props: certificate({ minimumProtocolVersion: "TLSv1.2_2019" }),
      messages: [`${at}: is "TLSv1.2_2019"; ${fix}`],
    },
    "TLS 1.0, for which nothing need be set": {
      props: certificate({ minimumProtocolVersion: undefined }),
      messages: [`${at}: is not set; ${fix}`],
    },
    "a certificate of IAM and something that is no policy": {
      props: certificate({ acmCertificateArn: undefined, iamCertificateId: "ASCA", minimumProtocolVersion: 12 }),
      messages: [`${at}: is something else; ${fix}`],
    },
    "a multi-tenant distribution": {
      type: multitenantType,
      props: certificate({ minimumProtocolVersion: "TLSv1_2016" }),
      messages: [`${at}: is "TLSv1_2016"; ${fix}`],
    },
  },
  clean: {
    "TLS 1.2 of 2025": { props: distribution() },
    "TLS 1.3, with a computed certificate": {
      props: certificate({ acmCertificateArn: unknown, minimumProtocolVersion: "TLSv1.3_2025" }),
    },
    "the shared certificate, of which another rule speaks": { props: shared },
    "nothing at all": { props: {} },
  },
  unknown: {
    "a computed certificate": { props: distribution({ viewerCertificate: unknown }), path: "viewerCertificate" },
    "a computed policy": { props: certificate({ minimumProtocolVersion: unknown }), path: at },
  },
});

const own =
  "viewerCertificate.acmCertificateArn: is not set, and viewers get the certificate of *.cloudfront.net; fix: set it to the ARN of a certificate in us-east-1";

testRule(requireOwnCertificate, {
  type: distributionType,
  violating: {
    "the shared certificate": { props: shared, messages: [own] },
    "no setting": { props: distribution({ viewerCertificate: undefined }), messages: [own] },
    "an empty ARN": { props: certificate({ acmCertificateArn: "" }), messages: [own] },
  },
  clean: {
    "a certificate": { props: distribution() },
    "a computed one": { props: certificate({ acmCertificateArn: unknown }) },
  },
  unknown: {
    "a computed setting": { props: distribution({ viewerCertificate: unknown }), path: "viewerCertificate" },
  },
});

const sniFix = 'fix: set it to "sni-only"';

testRule(requireSni, {
  type: distributionType,
  violating: {
    "dedicated addresses": {
      props: certificate({ sslSupportMethod: "vip" }),
      messages: [`viewerCertificate.sslSupportMethod: is "vip"; ${sniFix}`],
    },
    "static addresses": {
      props: certificate({ sslSupportMethod: "static-ip" }),
      messages: [`viewerCertificate.sslSupportMethod: is "static-ip"; ${sniFix}`],
    },
    nothing: {
      props: certificate({ sslSupportMethod: undefined }),
      messages: [`viewerCertificate.sslSupportMethod: is not set; ${sniFix}`],
    },
  },
  clean: { "the name that viewers ask for": { props: distribution() }, "the shared certificate": { props: shared } },
  unknown: {
    "a computed setting": { props: distribution({ viewerCertificate: unknown }), path: "viewerCertificate" },
    "a computed method": {
      props: certificate({ sslSupportMethod: unknown }),
      path: "viewerCertificate.sslSupportMethod",
    },
  },
});

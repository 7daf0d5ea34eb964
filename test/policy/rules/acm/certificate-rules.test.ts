import { requireKeyStrength } from "../../../../policy/rules/acm/require-key-strength";
import { requireTimeLeft } from "../../../../policy/rules/acm/require-time-left";
import { requireTransparencyLog } from "../../../../policy/rules/acm/require-transparency-log";
import { goodCertificate, oldCertificate, weakCertificate } from "../../kit/certificates";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:acm/certificate:Certificate";

testRule(requireKeyStrength, {
  type,
  violating: {
    "a short key": {
      props: { domainName: "example.com", keyAlgorithm: "RSA_1024" },
      messages: ['keyAlgorithm: is too weak; fix: set it to "RSA_2048" or "EC_prime256v1"'],
    },
    "an imported certificate with a short key": {
      props: { certificateBody: weakCertificate, privateKey: unknown },
      messages: [
        "certificateBody: has an RSA key of less than 2,048 bits; fix: import a certificate with a longer key",
      ],
    },
  },
  clean: {
    "what ACM chooses": { props: { domainName: "example.com" } },
    "an elliptic curve": { props: { keyAlgorithm: "EC_prime256v1" } },
    "an imported certificate": { props: { certificateBody: goodCertificate } },
    "text that is no certificate": { props: { certificateBody: "-----BEGIN CERTIFICATE-----\nnone" } },
  },
  unknown: {
    "a computed algorithm": { props: { keyAlgorithm: unknown }, path: "keyAlgorithm" },
    "a computed certificate": { props: { certificateBody: unknown }, path: "certificateBody" },
  },
});

testRule(requireTimeLeft, {
  type,
  config: { minimumDays: 30 },
  violating: {
    "a certificate that has ended, or is about to": {
      props: { certificateBody: oldCertificate },
      messages: ["certificateBody: ends within 30 days; fix: import a certificate that was renewed"],
    },
    "the same with a chain behind it": {
      props: { certificateBody: `${oldCertificate}${goodCertificate}` },
      messages: ["certificateBody: ends within 30 days; fix: import a certificate that was renewed"],
    },
  },
  clean: {
    "a certificate that is good for long": { props: { certificateBody: goodCertificate } },
    "one that ACM issues": { props: { domainName: "example.com", validationMethod: "DNS" } },
    "text that is no certificate": { props: { certificateBody: "none" } },
  },
  unknown: { "a computed certificate": { props: { certificateBody: unknown }, path: "certificateBody" } },
});

const logging = (certificateTransparencyLoggingPreference: unknown) => ({
  props: { options: { certificateTransparencyLoggingPreference } },
});
const off = 'options.certificateTransparencyLoggingPreference: is off; fix: leave it out, or set it to "ENABLED"';

testRule(requireTransparencyLog, {
  type,
  violating: {
    "logging turned off": { ...logging("DISABLED"), messages: [off] },
    "logging turned off, of a certificate of a name": {
      props: { domainName: "example.com", ...logging("DISABLED").props },
      messages: [off],
    },
  },
  clean: {
    "nothing said": { props: {} },
    "logging turned on": logging("ENABLED"),
    "a private certificate, which is in no public log": {
      props: { certificateAuthorityArn: unknown, ...logging("DISABLED").props },
    },
  },
  unknown: { "a computed choice": { ...logging(unknown), path: "options.certificateTransparencyLoggingPreference" } },
});

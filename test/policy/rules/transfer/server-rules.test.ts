import { refuseFtp } from "../../../../policy/rules/transfer/refuse-ftp";
import { requireAs2Security } from "../../../../policy/rules/transfer/require-as2-security";
import { requireConnectorLogs } from "../../../../policy/rules/transfer/require-connector-logs";
import { requireCurrentSecurityPolicy } from "../../../../policy/rules/transfer/require-current-security-policy";
import { requireStructuredLogs } from "../../../../policy/rules/transfer/require-structured-logs";
import { requireVpcEndpoint } from "../../../../policy/rules/transfer/require-vpc-endpoint";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:transfer/server:Server";
const connector = "aws:transfer/connector:Connector";

testRule(refuseFtp, {
  type,
  violating: {
    FTP: { props: { protocols: ["FTP"] }, messages: ["protocols[0]: is FTP; fix: take it out"] },
    "FTP beside SFTP": { props: { protocols: ["SFTP", "FTP"] }, messages: ["protocols[1]: is FTP; fix: take it out"] },
  },
  clean: { "SFTP by default": { props: {} }, "the other three": { props: { protocols: ["SFTP", "FTPS", "AS2"] } } },
  unknown: {
    "computed protocols": { props: { protocols: unknown }, path: "protocols" },
    "a computed protocol": { props: { protocols: ["SFTP", unknown] }, path: "protocols[1]" },
  },
});

const named = (securityPolicyName: unknown) => ({ props: { securityPolicyName } });
const newest = 'fix: set it to "TransferSecurityPolicy-2025-03"';

testRule(requireCurrentSecurityPolicy, {
  type,
  violating: {
    "no policy, which is that of 2018": { props: {}, messages: [`securityPolicyName: is not set; ${newest}`] },
    "an old one": {
      ...named("TransferSecurityPolicy-FIPS-2024-01"),
      messages: [`securityPolicyName: is not a current one; ${newest}`],
    },
    "an experimental one": {
      ...named("TransferSecurityPolicy-PQ-SSH-Experimental-2023-04"),
      messages: [`securityPolicyName: is not a current one; ${newest}`],
    },
    "an old one of a connector": {
      ...named("TransferSFTPConnectorSecurityPolicy-2023-07"),
      type: connector,
      messages: [
        'securityPolicyName: is not a current one; fix: set it to "TransferSFTPConnectorSecurityPolicy-2024-03"',
      ],
    },
  },
  clean: {
    "a current one": named("TransferSecurityPolicy-2025-03"),
    "a connector without": { type: connector, props: { as2Config: {} } },
    "a current one of a connector": { ...named("TransferSFTPConnectorSecurityPolicy-FIPS-2024-10"), type: connector },
  },
  unknown: { "a computed policy": { ...named(unknown), path: "securityPolicyName" } },
});

testRule(requireVpcEndpoint, {
  type,
  violating: {
    "nothing said": {
      props: {},
      messages: ['endpointType: is not set, which means public; fix: set it to "VPC"'],
    },
    "a public endpoint": {
      props: { endpointType: "PUBLIC" },
      messages: ['endpointType: is public; fix: set it to "VPC"'],
    },
  },
  clean: { "an endpoint in a VPC": { props: { endpointType: "VPC", endpointDetails: { vpcId: unknown } } } },
  unknown: { "a computed type": { props: { endpointType: unknown }, path: "endpointType" } },
});

testRule(requireStructuredLogs, {
  type,
  violating: {
    "no logs": { props: {}, messages: ["structuredLogDestinations: names no log group; fix: name one"] },
    "the older logs alone": {
      props: { loggingRole: "arn:aws:iam::123456789012:role/logs", structuredLogDestinations: [] },
      messages: ["structuredLogDestinations: names no log group; fix: name one"],
    },
  },
  clean: { "a log group": { props: { structuredLogDestinations: [unknown] } } },
  unknown: { "computed groups": { props: { structuredLogDestinations: unknown }, path: "structuredLogDestinations" } },
});

testRule(requireConnectorLogs, {
  type: connector,
  violating: {
    "no role": { props: {}, messages: ["loggingRole: is not set; fix: set it to the ARN of a role"] },
    "an empty role": {
      props: { loggingRole: "" },
      messages: ["loggingRole: is not set; fix: set it to the ARN of a role"],
    },
  },
  clean: { "a role": { props: { loggingRole: "arn:aws:iam::123456789012:role/logs" } } },
  unknown: { "a computed role": { props: { loggingRole: unknown }, path: "loggingRole" } },
});

const as2 = (more: object = {}) => ({
  props: {
    as2Config: { encryptionAlgorithm: "AES256_CBC", signingAlgorithm: "SHA256", mdnResponse: "SYNC", ...more },
  },
});

testRule(requireAs2Security, {
  type: connector,
  violating: {
    "neither encrypted nor signed": {
      ...as2({ encryptionAlgorithm: "NONE", signingAlgorithm: "NONE" }),
      messages: [
        'as2Config.encryptionAlgorithm: is none; fix: set it to "AES256_CBC"',
        'as2Config.signingAlgorithm: is none; fix: set it to "SHA256"',
      ],
    },
    "algorithms of old": {
      ...as2({ encryptionAlgorithm: "DES_EDE3_CBC", signingAlgorithm: "SHA1", mdnSigningAlgorithm: "SHA1" }),
      messages: [
        'as2Config.encryptionAlgorithm: is weak; fix: set it to "AES256_CBC"',
        'as2Config.mdnSigningAlgorithm: is weak; fix: set it to "DEFAULT"',
        'as2Config.signingAlgorithm: is weak; fix: set it to "SHA256"',
      ],
    },
    "receipts that nobody signs": {
      ...as2({ mdnSigningAlgorithm: "NONE" }),
      messages: ['as2Config.mdnSigningAlgorithm: is none; fix: set it to "DEFAULT"'],
    },
  },
  clean: {
    "both, and signed receipts": as2({ mdnSigningAlgorithm: "DEFAULT" }),
    "no receipts at all": as2({ mdnResponse: "NONE", mdnSigningAlgorithm: "NONE" }),
    "a connector for SFTP": { props: { sftpConfig: { userSecretId: unknown } } },
  },
  unknown: {
    "computed settings": { props: { as2Config: unknown }, path: "as2Config" },
    "a computed algorithm": { ...as2({ signingAlgorithm: unknown }), path: "as2Config.signingAlgorithm" },
  },
});

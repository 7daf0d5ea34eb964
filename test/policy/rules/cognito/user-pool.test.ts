import { refuseGuests } from "../../../../policy/rules/cognito/refuse-guests";
import { requireDeletionProtection } from "../../../../policy/rules/cognito/require-deletion-protection";
import { requireMfa } from "../../../../policy/rules/cognito/require-mfa";
import { requireStrongPasswords } from "../../../../policy/rules/cognito/require-strong-passwords";
import { requireThreatProtection } from "../../../../policy/rules/cognito/require-threat-protection";
import { requireTokenRevocation } from "../../../../policy/rules/cognito/require-token-revocation";
import { requireUserPoolWaf } from "../../../../policy/rules/cognito/require-waf";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:cognito/userPool:UserPool";

testRule(refuseGuests, {
  type: "aws:cognito/identityPool:IdentityPool",
  violating: {
    guests: {
      props: { allowUnauthenticatedIdentities: true },
      messages: ["allowUnauthenticatedIdentities: is true; fix: set it to false"],
    },
    "guests as text": {
      props: { allowUnauthenticatedIdentities: "true" },
      messages: ["allowUnauthenticatedIdentities: is true; fix: set it to false"],
    },
  },
  clean: { "no guests": { props: { allowUnauthenticatedIdentities: false } }, "the default": { props: {} } },
  unknown: {
    "a computed switch": { props: { allowUnauthenticatedIdentities: unknown }, path: "allowUnauthenticatedIdentities" },
  },
});

const kinds = { requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true };
testRule(requireStrongPasswords, {
  type,
  violating: {
    "short passwords": {
      props: { passwordPolicy: { ...kinds, minimumLength: 6 } },
      messages: ["passwordPolicy.minimumLength: is less than 8; fix: set it to 8 or more"],
    },
    "passwords without symbols": {
      props: { passwordPolicy: { ...kinds, minimumLength: 12, requireSymbols: false } },
      messages: ["passwordPolicy.requireSymbols: is not true; fix: set it to true"],
    },
    "a policy that asks for nothing": {
      props: { passwordPolicy: { minimumLength: 8 } },
      messages: [
        "passwordPolicy.requireLowercase: is not set; fix: set it to true",
        "passwordPolicy.requireNumbers: is not set; fix: set it to true",
        "passwordPolicy.requireSymbols: is not set; fix: set it to true",
        "passwordPolicy.requireUppercase: is not set; fix: set it to true",
      ],
    },
  },
  clean: {
    "what Cognito asks for": { props: {} },
    "a strong policy": { props: { passwordPolicy: { ...kinds, minimumLength: "14" } } },
  },
  unknown: {
    "a computed policy": { props: { passwordPolicy: unknown }, path: "passwordPolicy" },
    "a computed length": {
      props: { passwordPolicy: { ...kinds, minimumLength: unknown } },
      path: "passwordPolicy.minimumLength",
    },
  },
});

testRule(requireDeletionProtection, {
  type,
  violating: {
    "no protection": { props: {}, messages: ['deletionProtection: is not set; fix: set it to "ACTIVE"'] },
    "protection off": {
      props: { deletionProtection: "INACTIVE" },
      messages: ['deletionProtection: is "INACTIVE"; fix: set it to "ACTIVE"'],
    },
  },
  clean: { protection: { props: { deletionProtection: "ACTIVE" } } },
  unknown: { "a computed setting": { props: { deletionProtection: unknown }, path: "deletionProtection" } },
});

testRule(requireTokenRevocation, {
  type: "aws:cognito/userPoolClient:UserPoolClient",
  violating: {
    "no revocation": {
      props: { enableTokenRevocation: false },
      messages: ["enableTokenRevocation: is false; fix: leave it out or set it to true"],
    },
    "the same as text": {
      props: { enableTokenRevocation: "false" },
      messages: ["enableTokenRevocation: is false; fix: leave it out or set it to true"],
    },
    "no revocation for a client that another service has made": {
      type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
      props: { namePrefix: "AmazonOpenSearchService-shop", enableTokenRevocation: false },
      messages: ["enableTokenRevocation: is false; fix: leave it out or set it to true"],
    },
  },
  clean: { "the default": { props: {} }, revocation: { props: { enableTokenRevocation: true } } },
  unknown: { "a computed switch": { props: { enableTokenRevocation: unknown }, path: "enableTokenRevocation" } },
});

testRule(requireMfa, {
  type,
  violating: {
    "no second factor": { props: {}, messages: ['mfaConfiguration: is not set; fix: set it to "ON" or "OPTIONAL"'] },
    "a second factor off": {
      props: { mfaConfiguration: "OFF", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } },
      messages: ['mfaConfiguration: is "OFF"; fix: set it to "ON" or "OPTIONAL"'],
    },
  },
  clean: {
    "a second factor": { props: { mfaConfiguration: "ON" } },
    passkeys: { props: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } } },
  },
  unknown: {
    "a computed setting": { props: { mfaConfiguration: unknown }, path: "mfaConfiguration" },
    "a computed sign-in": { props: { signInPolicy: unknown }, path: "signInPolicy" },
    "a computed factor": {
      props: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", unknown] } },
      path: "signInPolicy.allowedFirstAuthFactors[1]",
    },
  },
});

const fix = 'fix: set it to "ENFORCED", which the PLUS tier has';
testRule(requireThreatProtection, {
  type,
  violating: {
    "no protection": { props: {}, messages: [`userPoolAddOns.advancedSecurityMode: is not set; ${fix}`] },
    "protection that only counts": {
      props: { userPoolAddOns: { advancedSecurityMode: "AUDIT" } },
      messages: [`userPoolAddOns.advancedSecurityMode: is "AUDIT"; ${fix}`],
    },
    "a challenge of its own": {
      props: {
        userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
        lambdaConfig: { defineAuthChallenge: unknown },
      },
      messages: [`userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode: is not set; ${fix}`],
    },
  },
  clean: {
    protection: { props: { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } } },
    "protection of a challenge": {
      props: {
        userPoolAddOns: {
          advancedSecurityMode: "ENFORCED",
          advancedSecurityAdditionalFlows: { customAuthMode: "ENFORCED" },
        },
        lambdaConfig: { defineAuthChallenge: unknown },
      },
    },
  },
  unknown: { "computed add-ons": { props: { userPoolAddOns: unknown }, path: "userPoolAddOns" } },
});

const pool = (props: object = {}): Example => ({ type, name: "users", props: { ...props } });
const association = (resourceArn: unknown, sources: string[] = []): Example => ({
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  name: "association",
  props: { resourceArn },
  sources: { resourceArn: sources },
});
const missing = "(resource): has no web ACL; fix: create an aws.wafv2.WebAclAssociation for it";

testJoin(requireUserPoolWaf, {
  violating: {
    "no web ACL": { stack: [pool()], messages: { users: [missing] } },
    "a web ACL of another": { stack: [pool({ arn: "arn:a" }), association("arn:b")], messages: { users: [missing] } },
  },
  clean: {
    "a web ACL": [pool(), association(unknown, ["users"])],
    "a web ACL by ARN": [pool({ arn: "arn:a" }), association("arn:a")],
  },
  unknown: {},
});

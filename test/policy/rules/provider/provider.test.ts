import { refuseSkippedChecks } from "../../../../policy/rules/provider/refuse-skipped-checks";
import { refuseStaticKeys } from "../../../../policy/rules/provider/refuse-static-keys";
import { requireAllowedAccounts } from "../../../../policy/rules/provider/require-allowed-accounts";
import { requireDefaultTags } from "../../../../policy/rules/provider/require-default-tags";
import { requireRegion } from "../../../../policy/rules/provider/require-region";
import { requireTls } from "../../../../policy/rules/provider/require-tls";
import { judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

// As on the wire: what is not text is JSON.
const type = "pulumi:providers:aws";
const fix = "fix: leave it out and sign in by a profile, a role or OpenID Connect";

testRule(refuseStaticKeys, {
  type,
  violating: {
    keys: {
      props: { accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI" },
      messages: [`accessKey: is set; ${fix}`, `secretKey: is set; ${fix}`],
    },
    "a token": { props: { token: "FwoGZXIvYXdzE" }, messages: [`token: is set; ${fix}`] },
    "a token for a role": {
      props: { assumeRoleWithWebIdentity: JSON.stringify({ roleArn: "arn:a", webIdentityToken: "eyJ" }) },
      messages: [`assumeRoleWithWebIdentity.webIdentityToken: is set; ${fix}`],
    },
  },
  clean: {
    "a profile": { props: { profile: "shop", accessKey: "" } },
    "a role with a token file": {
      props: { assumeRoleWithWebIdentity: JSON.stringify({ webIdentityTokenFile: "/token" }) },
    },
  },
  unknown: { "a computed key": { props: { secretKey: unknown }, path: "secretKey" } },
});

test("no message repeats a key", () => {
  const { violations } = judgeRule(refuseStaticKeys, { type, props: { secretKey: "wJalrXUtnFEMI" } });
  expect(violations.join()).not.toContain("wJalr");
});

testRule(requireTls, {
  type,
  violating: {
    "no verification": { props: { insecure: "true" }, messages: ["insecure: is true; fix: leave it out"] },
    "a plain address": {
      props: { endpoints: JSON.stringify([{ s3: "https://s3.example", sqs: "http://sqs.example" }]) },
      messages: ["endpoints[0].sqs: is a plain HTTP address; fix: use https://"],
    },
    "addresses elsewhere that begin like those of the same machine": {
      props: {
        endpoints: JSON.stringify([{ s3: "http://127.shop.example", sqs: "http://localhost.shop.example:80" }]),
      },
      messages: ["s3", "sqs"].map((service) => `endpoints[0].${service}: is a plain HTTP address; fix: use https://`),
    },
  },
  clean: {
    "the default": { props: { insecure: "false" } },
    "a simulator on the same machine": {
      props: {
        endpoints: JSON.stringify([
          {
            s3: "http://localhost:4566",
            sqs: "HTTP://127.0.0.1:4566/",
            sns: "http://[::1]:4566",
            iam: "http://host.docker.internal:4566",
            sts: "http://s3.localhost.localstack.cloud:4566",
          },
        ]),
      },
    },
  },
  unknown: { "computed endpoints": { props: { endpoints: unknown }, path: "endpoints" } },
});

testRule(refuseSkippedChecks, {
  type,
  violating: {
    "credentials unchecked": {
      props: { skipCredentialsValidation: "true" },
      messages: ["skipCredentialsValidation: is true; fix: leave it out"],
    },
    "an account unasked": {
      props: { skipRequestingAccountId: true },
      messages: ["skipRequestingAccountId: is true; fix: leave it out"],
    },
  },
  clean: {
    "what the SDK sends by itself": { props: { skipCredentialsValidation: "false", skipRegionValidation: "true" } },
  },
  unknown: {
    "a computed switch": { props: { skipRequestingAccountId: unknown }, path: "skipRequestingAccountId" },
  },
});

const accounts = "allowedAccountIds: is not set; fix: set it to the ids of the accounts";
testRule(requireAllowedAccounts, {
  type,
  violating: {
    "no account": { props: {}, messages: [accounts] },
    "an empty list": { props: { allowedAccountIds: "[]" }, messages: [accounts] },
  },
  clean: { "an account": { props: { allowedAccountIds: '["123456789012"]' } } },
  unknown: { "computed accounts": { props: { allowedAccountIds: unknown }, path: "allowedAccountIds" } },
});

const tags = "defaultTags: has no tags; fix: set tags such as owner in it";
testRule(requireDefaultTags, {
  type,
  violating: {
    "no tags": { props: {}, messages: [tags] },
    "an empty object": { props: { defaultTags: '{"tags":{}}' }, messages: [tags] },
  },
  clean: { "a tag": { props: { defaultTags: '{"tags":{"owner":"shop"}}' } } },
  unknown: { "computed tags": { props: { defaultTags: unknown }, path: "defaultTags" } },
});

const region = "region: is not set; fix: set it to the code of a Region";
testRule(requireRegion, {
  type,
  violating: {
    "no Region": { props: { profile: "shop" }, messages: [region] },
    "an empty Region": { props: { region: "" }, messages: [region] },
  },
  clean: { "a Region": { props: { region: "eu-central-1" } } },
  unknown: { "a computed Region": { props: { region: unknown }, path: "region" } },
});

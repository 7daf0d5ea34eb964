// Exact inputs of the multi-tenant distributions of three tiers, every computed value known.

import { CachePolicy, OriginRequestPolicy, ResponseHeadersPolicy, s3Origin } from "../../../../components";
import { certificateArn, tags } from "../variants";
import { buildTenanted, multitenantDistribution, tenantedVariant } from "./build";
import { threeTiers } from "./variants";

describe("three tiers under one domain", () => {
  let front: Awaited<ReturnType<typeof buildTenanted>>;

  beforeAll(async () => {
    front = await buildTenanted(tenantedVariant("three tiers under one domain"));
  });

  /** What all of them have, but for what is theirs. */
  const distribution = (tier: string, originId: string, origin: object = {}) => ({
    comment: `${tier} tier of stores`,
    enabled: true,
    httpVersion: "http2and3",
    viewerCertificate: {
      acmCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/stores-certificate",
      minimumProtocolVersion: "TLSv1.2_2025",
      sslSupportMethod: "sni-only",
    },
    origins: [
      {
        id: originId,
        domainName: "{{store}}.stores.example.com",
        customOriginConfigs: [
          {
            httpPort: 80,
            httpsPort: 443,
            originProtocolPolicy: "https-only",
            originSslProtocols: ["TLSv1.2"],
            originReadTimeout: 30,
          },
        ],
        ...origin,
      },
    ],
    defaultCacheBehavior: {
      targetOriginId: originId,
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: {
        items: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
        cachedMethods: ["GET", "HEAD"],
      },
      cachePolicyId: CachePolicy.CachingDisabled,
      originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
      responseHeadersPolicyId: ResponseHeadersPolicy.SecurityHeaders,
      compress: true,
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    webAclId: `arn:aws:wafv2:us-east-1:123456789012:global/webacl/stores-${tier}-web-acl/0`,
    tenantConfig: {
      parameterDefinitions: [
        {
          name: "store",
          definitions: [{ stringSchemas: [{ required: true, comment: "label of the merchant's server" }] }],
        },
      ],
    },
    tags,
  });

  test("are one multi-tenant distribution each, and no ordinary one", () => {
    expect(front.namesOf(multitenantDistribution)).toEqual([
      "stores-bronze-distribution",
      "stores-gold-distribution",
      "stores-silver-distribution",
    ]);
    expect(front.namesOf("aws:cloudfront/distribution:Distribution")).toEqual([]);
  });

  test("ask each tenant's own server over HTTPS, with the shared certificate and a web ACL of their own", () => {
    expect(front.inputsOf("stores-bronze-distribution")).toEqual(distribution("bronze", "default-bronze"));
    // It shares the origin of bronze.
    expect(front.inputsOf("stores-silver-distribution")).toEqual(distribution("silver", "default-bronze"));
    expect(front.inputsOf("stores-gold-distribution")).toEqual(
      distribution("gold", "default-gold", {
        originShields: [{ enabled: true, originShieldRegion: "eu-central-1" }],
      }),
    );
  });

  test("say of no argument what multi-tenant distributions do not take", () => {
    const taken = new Set(front.namesOf(multitenantDistribution).flatMap((name) => Object.keys(front.inputsOf(name))));
    expect(
      ["aliases", "isIpv6Enabled", "priceClass", "staging", "loggingConfig", "anycastIpListId"].filter((argument) =>
        taken.has(argument),
      ),
    ).toEqual([]);
  });

  test("differ by their firewalls", () => {
    const rules = (tier: string) =>
      [front.inputsOf(`stores-${tier}-web-acl`).rules].flat().map((rule) => Reflect.get(Object(rule), "name"));
    const core = [
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
    ];
    expect(rules("bronze")).toEqual(core);
    expect(rules("silver")).toEqual(["rate-per-address", ...core, "AWSManagedRulesSQLiRuleSet"]);
    expect(rules("gold")).toEqual(["AWSManagedRulesAntiDDoSRuleSet", ...core]);
  });

  test("name metrics and logs of their firewalls after themselves", () => {
    for (const tier of ["bronze", "silver", "gold"]) {
      expect(front.inputsOf(`stores-${tier}-web-acl`)).toMatchObject({
        description: `Firewall of stores-${tier}`,
        visibilityConfig: { metricName: `stores-${tier}` },
      });
      expect(front.inputsOf(`stores-${tier}-web-acl-log`)).toMatchObject({
        region: "us-east-1",
        namePrefix: `aws-waf-logs-stores-${tier}-`,
      });
    }
  });
});

test("a parameter with a default is not required, and one without a comment says none", async () => {
  const { inputsOf } = await buildTenanted({
    parameters: { folder: { defaultValue: "common", comment: "folder of the bucket" }, edition: { defaultValue: "1" } },
    tiers: { only: { origin: s3Origin({ originPath: "/{{folder}}/{{edition}}" }) } },
  });
  const { tenantConfig, origins } = inputsOf("stores-only-distribution");
  expect(tenantConfig).toEqual({
    parameterDefinitions: [
      {
        name: "folder",
        definitions: [
          { stringSchemas: [{ required: false, defaultValue: "common", comment: "folder of the bucket" }] },
        ],
      },
      { name: "edition", definitions: [{ stringSchemas: [{ required: false, defaultValue: "1" }] }] },
    ],
  });
  expect(origins).toEqual([expect.objectContaining({ originPath: "/{{folder}}/{{edition}}" })]);
});

test("without parameters the tenants have none, which CloudFront wants to hear", async () => {
  const { inputsOf } = await buildTenanted({ tiers: { only: { origin: s3Origin() } } });
  expect(inputsOf("stores-only-distribution").tenantConfig).toEqual({});
});

test("without a domain the distributions have CloudFront's certificate, and tenants bring theirs", async () => {
  const { inputsOf } = await buildTenanted({
    parameters: { store: {} },
    tiers: threeTiers(),
    tenants: {
      acme: {
        tier: "gold",
        domains: ["acme.example"],
        existingCertificateArn: certificateArn,
        parameters: { store: "a" },
      },
    },
  });
  for (const tier of ["bronze", "silver", "gold"]) {
    expect(inputsOf(`stores-${tier}-distribution`).viewerCertificate).toEqual({ cloudfrontDefaultCertificate: true });
  }
});

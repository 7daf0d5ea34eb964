import { CachePolicy } from "../../../../components/aws/cloudfront-policies";
import { restrictEdge } from "../../../../policy/rules/region/restrict-edge";
import { toPolicy } from "../../../../policy/sdk-policy";
import { judgeResource, unknownOf } from "../../../../policy/testing";
import { behavior, distribution, distributionType, multitenantType, tenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const served =
  "(resource): is served from edge locations all over the world; fix: serve it from a load balancer or a regional API in an allowed Region, or let cloudfrontUnderResidency be waive or allow-no-cache";
const own = (path: string, fix: string) => `${path}: is served by a CloudFront distribution of AWS's own; fix: ${fix}`;
const disabled = `fix: set it to the managed policy CachingDisabled (${CachePolicy.CachingDisabled}); TLS still ends at an edge location near the viewer`;

const cached = (change: Record<string, unknown> = {}) => ({
  ...behavior(),
  cachePolicyId: CachePolicy.CachingDisabled,
  ...change,
});
const site = (change: Record<string, unknown> = {}, further: unknown[] = []) =>
  distribution({ defaultCacheBehavior: cached(change), orderedCacheBehaviors: further });

describe("cloudfrontUnderResidency: forbid", () => {
  testRule(restrictEdge, {
    type: distributionType,
    config: { cloudfrontUnderResidency: "forbid" },
    violating: {
      "a distribution": { props: site(), messages: [served] },
      "a distribution of many tenants": { type: multitenantType, props: site(), messages: [served] },
      "a tenant": { type: tenantType, props: { domains: [] }, messages: [served] },
      "an accelerator": {
        type: "aws:globalaccelerator/accelerator:Accelerator",
        props: {},
        messages: [
          "(resource): takes connections at edge locations all over the world; fix: name the endpoints in DNS, in allowed Regions",
        ],
      },
      "an API without an endpoint type": {
        type: "aws:apigateway/restApi:RestApi",
        props: {},
        messages: [
          'endpointConfiguration.types: is edge-optimised, so that TLS ends at edge locations all over the world; fix: set it to "REGIONAL" or "PRIVATE"',
        ],
      },
      "an edge-optimised domain": {
        type: "aws:apigateway/domainName:DomainName",
        props: { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a" },
        messages: [
          'certificateArn: is edge-optimised, so that TLS ends at edge locations all over the world; fix: set regionalCertificateArn instead, and endpointConfiguration.types to "REGIONAL"',
        ],
      },
      "accelerated uploads": {
        type: "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
        props: { status: "Enabled" },
        messages: ['status: lets objects travel through edge locations all over the world; fix: set it to "Suspended"'],
      },
      "accelerated uploads, as the bucket says itself": {
        type: "aws:s3/bucket:Bucket",
        props: { accelerationStatus: "Enabled" },
        messages: [
          'accelerationStatus: lets objects travel through edge locations all over the world; fix: set it to "Suspended"',
        ],
      },
      "an app on Amplify": {
        type: "aws:amplify/app:App",
        props: {},
        messages: [own("(resource)", "serve it from a Region")],
      },
      "a login page under a name of one's own": {
        type: "aws:cognito/userPoolDomain:UserPoolDomain",
        props: { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a" },
        messages: [own("certificateArn", "use a prefix of Cognito's own domain")],
      },
    },
    clean: {
      "a bucket": { type: "aws:s3/bucket:Bucket", props: { bucket: "shop-site" } },
      "a bucket that is no longer accelerated": {
        type: "aws:s3/bucket:Bucket",
        props: { accelerationStatus: "Suspended" },
      },
      "a regional API": {
        type: "aws:apigateway/restApi:RestApi",
        props: { endpointConfiguration: { types: "REGIONAL" } },
      },
      "a private API": {
        type: "aws:apigateway/restApi:RestApi",
        props: { endpointConfiguration: { types: ["PRIVATE"] } },
      },
      "a regional domain": {
        type: "aws:apigateway/domainName:DomainName",
        props: { regionalCertificateArn: unknown, certificateArn: null },
      },
      "a private domain": {
        type: "aws:apigateway/domainName:DomainName",
        props: { certificateArn: unknown, endpointConfiguration: { types: "PRIVATE" } },
      },
      "a login page under Cognito's name": {
        type: "aws:cognito/userPoolDomain:UserPoolDomain",
        props: { domain: "shop" },
      },
    },
    unknown: {
      "a computed endpoint type": {
        type: "aws:apigateway/restApi:RestApi",
        props: { endpointConfiguration: { types: [unknown] } },
        path: "endpointConfiguration.types[0]",
      },
      "a computed certificate": {
        type: "aws:apigateway/domainName:DomainName",
        props: { certificateArn: unknown },
        path: "certificateArn",
      },
    },
  });
});

describe("cloudfrontUnderResidency: allow-no-cache", () => {
  const config = { cloudfrontUnderResidency: "allow-no-cache" };
  const policyOfOwn = (name: string, maxTtl?: unknown): Example => ({
    type: "aws:cloudfront/cachePolicy:CachePolicy",
    name,
    props: { maxTtl },
  });
  const own = (cachePolicyId: unknown, sources: string[], name = "site"): Example => ({
    type: distributionType,
    name,
    props: site({ cachePolicyId }),
    sources: { defaultCacheBehavior: sources },
  });

  testRule(restrictEdge, {
    type: distributionType,
    config,
    violating: {
      "a policy that caches": {
        props: site({ cachePolicyId: CachePolicy.CachingOptimized }, [cached({ cachePolicyId: CachePolicy.Amplify })]),
        messages: [
          `defaultCacheBehavior.cachePolicyId: is a policy that caches at the edge; ${disabled}`,
          `orderedCacheBehaviors[0].cachePolicyId: is a policy that caches at the edge; ${disabled}`,
        ],
      },
      "a behavior of a distribution of many tenants": {
        type: multitenantType,
        props: {
          defaultCacheBehavior: cached(),
          cacheBehaviors: [cached({ cachePolicyId: CachePolicy.CachingOptimized })],
        },
        messages: [`cacheBehaviors[0].cachePolicyId: is a policy that caches at the edge; ${disabled}`],
      },
      "the older settings": {
        props: site({ cachePolicyId: undefined, forwardedValues: { queryString: true }, maxTtl: 60 }, [
          cached({ cachePolicyId: "" }),
        ]),
        messages: [
          `defaultCacheBehavior.cachePolicyId: is not set, so that CloudFront caches; ${disabled}`,
          `orderedCacheBehaviors[0].cachePolicyId: is not set, so that CloudFront caches; ${disabled}`,
        ],
      },
      "functions that run near the viewer": {
        props: site({ lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: unknown }] }),
        messages: [
          "defaultCacheBehavior.lambdaFunctionAssociations: runs functions of Lambda@Edge, which run and log in Regions near the viewer; fix: do it at the origin, or in a CloudFront function",
        ],
      },
    },
    clean: {
      "nothing that caches": { props: site({}, [cached()]) },
      "the older settings with no time at all": {
        props: site({
          cachePolicyId: undefined,
          forwardedValues: { queryString: true },
          minTtl: 0,
          defaultTtl: 0,
          maxTtl: 0,
        }),
      },
      "functions that CloudFront runs itself": { props: site({ functionAssociations: [{ functionArn: unknown }] }) },
      "a tenant, whose distribution is judged": { type: tenantType, props: { domains: [] } },
      "an accelerator, which keeps nothing": { type: "aws:globalaccelerator/accelerator:Accelerator", props: {} },
      "no behaviors at all": { props: {} },
    },
    unknown: {
      "a computed behavior": { props: { defaultCacheBehavior: unknownOf.object }, path: "defaultCacheBehavior" },
      "computed behaviors": {
        props: { ...site(), orderedCacheBehaviors: unknownOf.list },
        path: "orderedCacheBehaviors",
      },
      "a computed time": {
        props: site({ cachePolicyId: undefined, maxTtl: unknownOf.number }),
        path: "defaultCacheBehavior.maxTtl",
      },
    },
  });

  const at = "defaultCacheBehavior.cachePolicyId";
  testJoin(restrictEdge, {
    config,
    violating: {
      "a policy of the stack that caches": {
        stack: [own(unknown, ["long"]), policyOfOwn("long", 60)],
        messages: {
          site: [`${at}: is a policy that caches at the edge; ${disabled}, or let the policy's maxTtl be 0`],
        },
      },
      "one that sets no time": {
        stack: [own(unknown, ["default"]), policyOfOwn("default")],
        messages: {
          site: [`${at}: is a policy that caches at the edge; ${disabled}, or let the policy's maxTtl be 0`],
        },
      },
      "a policy of another stack": {
        stack: [own("11111111-2222-3333-4444-555555555555", [])],
        messages: { site: [`${at}: is a policy of another stack, which may cache; ${disabled}`] },
      },
    },
    clean: {
      "a policy of the stack that keeps nothing": [own(unknown, ["none"]), policyOfOwn("none", 0)],
      "the managed policy": [own(CachePolicy.CachingDisabled, [])],
    },
    unknown: {
      "a computed policy of nobody knows where": { stack: [own(unknown, [])], undecided: `site:${at}` },
      "one of two policies": {
        stack: [own(unknown, ["none", "long"]), policyOfOwn("none", 0), policyOfOwn("long", 60)],
        undecided: `site:${at}`,
      },
      "a policy with a computed time": {
        stack: [own(unknown, ["some"]), policyOfOwn("some", unknownOf.number)],
        undecided: `site:${at}`,
      },
    },
  });

  test("what keeps copies whatever is set is refused", () => {
    expect(judgeRule(restrictEdge, { type: "aws:amplify/app:App", props: {} }, config).violations).toHaveLength(1);
  });
});

describe("the class of the data", () => {
  const policy = toPolicy(restrictEdge);
  const judge = async (dataClass: unknown, config: object, stackTags = {}) => {
    const props = { ...site({ cachePolicyId: CachePolicy.CachingOptimized }), tags: { "data-class": dataClass } };
    const { reported, undecided } = await judgeResource(
      policy,
      { type: distributionType, props },
      { config, stackTags },
    );
    return undecided ?? reported.map(({ message }) => message);
  };
  const classes = { strictDataClasses: ["restricted"], publicDataClasses: ["public"] };

  test("without a config nothing is asked", async () => {
    expect(await judge("restricted", {})).toEqual([]);
  });

  test("a strict one is refused where the environment waives the rest", async () => {
    expect(await judge("restricted", classes)).toEqual([served]);
    expect(await judge(undefined, classes, { "data-class": "restricted" })).toEqual([served]);
  });

  test("a public one is accepted where the environment forbids the rest", async () => {
    const config = { ...classes, cloudfrontUnderResidency: "forbid" };
    expect(await judge("public", config)).toEqual([]);
    expect(await judge("internal", config)).toEqual([served]);
    expect(await judge("public", config, { "data-class": "internal" })).toEqual([served]);
  });

  test("is undecided while it is not known", async () => {
    expect(await judge(unknown, classes)).toBe("tags.data-class");
  });
});

import { requireOriginHttps } from "../../../../policy/rules/cloudfront/require-origin-https";
import { bucketOrigin, distribution, distributionType, httpsOrigin, multitenantType } from "../../kit/distributions";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const vpcOriginType = "aws:cloudfront/vpcOrigin:VpcOrigin";
const at = "origins[0].customOriginConfig";
const fixProtocols = 'fix: set it to ["TLSv1.2"]';

function vpcOrigin(change: Record<string, unknown> = {}) {
  const originSslProtocols = { items: ["TLSv1.2"], quantity: 1 };
  return {
    vpcOriginEndpointConfig: {
      originProtocolPolicy: "https-only",
      originSslProtocols,
      httpPort: 80,
      httpsPort: 443,
      ...change,
    },
  };
}

/** A multi-tenant distribution with one server. */
function tenanted(customOriginConfigs: unknown) {
  return { origins: [{ id: "api", domainName: "{{store}}.example.com", customOriginConfigs }] };
}

testRule(requireOriginHttps, {
  type: distributionType,
  violating: {
    "an origin that follows the viewer's protocol": {
      props: distribution({ origins: [httpsOrigin({ originProtocolPolicy: "match-viewer" })] }),
      messages: [`${at}.originProtocolPolicy: is "match-viewer"; fix: set it to "https-only"`],
    },
    "an origin that also speaks TLS 1.1": {
      props: distribution({ origins: [httpsOrigin({ originSslProtocols: ["TLSv1.2", "TLSv1.1"] })] }),
      messages: [`${at}.originSslProtocols[1]: is "TLSv1.1"; fix: set originSslProtocols to ["TLSv1.2"]`],
    },
    "an origin with no protocol": {
      props: distribution({ origins: [httpsOrigin({ originSslProtocols: [] })] }),
      messages: [`${at}.originSslProtocols: names no protocol; ${fixProtocols}`],
    },
    "a plain VPC origin": {
      type: vpcOriginType,
      props: vpcOrigin({ originProtocolPolicy: "http-only", originSslProtocols: { items: ["SSLv3"], quantity: 1 } }),
      messages: [
        'vpcOriginEndpointConfig.originProtocolPolicy: is "http-only"; fix: set it to "https-only"',
        'vpcOriginEndpointConfig.originSslProtocols.items[0]: is "SSLv3"; fix: set originSslProtocols to ["TLSv1.2"]',
      ],
    },
    "an origin of a multi-tenant distribution": {
      type: multitenantType,
      props: {
        origins: [
          { id: "a", customOriginConfigs: [{ originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] }] },
        ],
      },
      messages: ['origins[0].customOriginConfigs[0].originProtocolPolicy: is "http-only"; fix: set it to "https-only"'],
    },
    "an older protocol in a multi-tenant distribution": {
      type: multitenantType,
      props: tenanted([{ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2", "TLSv1"] }]),
      messages: [
        'origins[0].customOriginConfigs[0].originSslProtocols[1]: is "TLSv1"; fix: set originSslProtocols to ["TLSv1.2"]',
      ],
    },
  },
  clean: {
    "HTTPS and S3 origins": { props: distribution() },
    "S3 origins alone": { props: distribution({ origins: [bucketOrigin()] }) },
    "a multi-tenant distribution with HTTPS, S3 and VPC origins": {
      type: multitenantType,
      props: {
        origins: [
          ...tenanted([{ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] }]).origins,
          { id: "site", domainName: "shop-site.s3.eu-central-1.amazonaws.com", originAccessControlId: "E1" },
          { id: "orders", domainName: "orders.example.com", vpcOriginConfigs: [{ vpcOriginId: "vo_0" }] },
        ],
      },
    },
    "a VPC origin with HTTPS only": { type: vpcOriginType, props: vpcOrigin() },
  },
  unknown: {
    "a computed protocol policy": {
      props: distribution({ origins: [httpsOrigin({ originProtocolPolicy: unknown })] }),
      path: `${at}.originProtocolPolicy`,
    },
    "a computed protocol": {
      props: distribution({ origins: [httpsOrigin({ originSslProtocols: [unknown] })] }),
      path: `${at}.originSslProtocols[0]`,
    },
    "computed origin settings": {
      props: distribution({ origins: [{ originId: "api", domainName: "a.example.com", customOriginConfig: unknown }] }),
      path: at,
    },
    "computed origins": { props: distribution({ origins: unknown }), path: "origins" },
    "computed origin settings of a multi-tenant distribution": {
      type: multitenantType,
      props: tenanted(unknown),
      path: "origins[0].customOriginConfigs",
    },
    "a computed list in a VPC origin": {
      type: vpcOriginType,
      props: vpcOrigin({ originSslProtocols: unknown }),
      path: "vpcOriginEndpointConfig.originSslProtocols",
    },
  },
});

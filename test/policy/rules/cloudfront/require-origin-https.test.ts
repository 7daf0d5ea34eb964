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
  },
  clean: {
    "HTTPS and S3 origins": { props: distribution() },
    "S3 origins alone": { props: distribution({ origins: [bucketOrigin()] }) },
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
    "a computed list in a VPC origin": {
      type: vpcOriginType,
      props: vpcOrigin({ originSslProtocols: unknown }),
      path: "vpcOriginEndpointConfig.originSslProtocols",
    },
  },
});

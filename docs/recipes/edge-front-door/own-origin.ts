import { AllowedMethods, CachePolicy, EdgeFrontDoor, type Origin } from "../../../components";

/** Images of a company-wide server that wants to know who asks. */
function imageServer(team: string): Origin {
  return {
    options: { team },
    behavior: { allowedMethods: AllowedMethods.Read, cachePolicyId: CachePolicy.CachingOptimized },
    features: [],
    check: (path) =>
      /^[a-z]+$/.test(team) ? [] : [{ path: `${path}.team`, must: "be lower-case letters", got: team }],
    bind: ({ originId }) => ({
      targetOriginId: originId,
      origins: [
        {
          originId,
          domainName: "images.example.net",
          customHeaders: [{ name: "x-team", value: team }],
          customOriginConfig: {
            httpPort: 80,
            httpsPort: 443,
            originProtocolPolicy: "https-only",
            originSslProtocols: ["TLSv1.2"],
          },
        },
      ],
      originGroups: [],
      members: [],
      encryptionKeyUse: "none",
      ready: [],
      openTo: () => [],
    }),
  };
}

const shop = new EdgeFrontDoor("shop", { origin: imageServer("shop") });

export const url = shop.url;

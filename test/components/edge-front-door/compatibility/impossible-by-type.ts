// Contradictions that no argument can express. Nothing of this runs: `npm run check` fails as soon as one can be expressed, which
// then needs a row in the table of incompatibilities.

import type {
  BehaviorArgs,
  CustomOriginOptions,
  DomainArgs,
  EdgeFrontDoorArgs,
  FunctionUrlOriginOptions,
  HttpVersion,
  MediaPackageOriginOptions,
  S3OriginOptions,
  TierArgs,
  ViewerMtlsMode,
  ViewerProtocolPolicy,
  VpcOriginOptions,
} from "../../../../components";

type Holds<Fact extends true> = Fact;
/** None of the arguments exists. */
type Lacks<Args, Argument extends string> = [Extract<keyof Args, Argument>] extends [never] ? true : false;
/** The value is none of the enumeration. */
type Excludes<Values, Value> = Value extends Values ? false : true;

export interface Impossible {
  vpcOriginOfAnotherKind: Holds<
    Lacks<VpcOriginOptions, "ipAddressType" | "clientCertificateArn" | "customOriginConfig" | "s3OriginConfig">
  >;
  bucketWithAddressTypeOrCertificate: Holds<Lacks<S3OriginOptions, "ipAddressType" | "clientCertificateArn">>;
  serverOverHttp: Holds<Lacks<CustomOriginOptions, "protocol" | "httpPort">>;
  functionWithCertificateOrPort: Holds<Lacks<FunctionUrlOriginOptions, "clientCertificateArn" | "httpsPort">>;
  channelWithCertificateOrPort: Holds<Lacks<MediaPackageOriginOptions, "clientCertificateArn" | "httpsPort">>;
  /** With viewer mTLS and with gRPC. */
  viewersOverHttp: Holds<Excludes<ViewerProtocolPolicy, "allow-all">>;
  passedOnCertificates: Holds<Excludes<ViewerMtlsMode, "passthrough">>;
  http3Alone: Holds<Excludes<HttpVersion, "http3">>;
  legacyBehavior: Holds<
    Lacks<BehaviorArgs, "forwardedValues" | "minTtl" | "trustedSigners" | "fieldLevelEncryptionId" | "smoothStreaming">
  >;
  dedicatedAddressesOrServerCertificate: Holds<
    Lacks<DomainArgs & EdgeFrontDoorArgs, "sslSupportMethod" | "iamCertificateId">
  >;
  tierOfAnOrdinaryDistribution: Holds<
    Lacks<
      TierArgs,
      | "domain"
      | "aliases"
      | "ipv6"
      | "anycastIpList"
      | "priceClass"
      | "viewerMtls"
      | "continuousDeployment"
      | "logging"
      | "pricingPlan"
      | "minimumProtocolVersion"
    >
  >;
}

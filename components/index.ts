// The catalogue: what this library offers. Everything else is how it is made.

export { CachePolicy, OriginRequestPolicy, ResponseHeadersPolicy } from "./aws/cloudfront-policies";
export type { PolicyStatement } from "./aws/iam-documents";
export type { Tags } from "./aws/tags";
export { ViewerTlsPolicy } from "./aws/tls";
export { ManagedRuleGroup } from "./aws/waf-rule-groups";
export type { DnsRecord } from "./certificates/dns-certificate";
export { type EdgeFrontDoorArgs, HttpVersion, PriceClass, type RouteArgs } from "./edge-front-door/args";
export { Feature, type FeatureUse } from "./edge-front-door/compatibility/features";
export { checkPlan, type PlanUse, PricingPlan } from "./edge-front-door/compatibility/pricing-plans";
export { QUOTAS, type Quotas } from "./edge-front-door/compatibility/quotas";
export {
  type ContinuousDeploymentArgs,
  ContinuousDeploymentPhase,
  type StagingHeader,
} from "./edge-front-door/continuous-deployment";
export { type DomainArgs, ExternalDns } from "./edge-front-door/domain/domain-args";
export { EdgeFrontDoor } from "./edge-front-door/edge-front-door";
export { EncryptionMode } from "./edge-front-door/encryption";
export * from "./edge-front-door/firewall/firewall-args";
export { SigningBehavior } from "./edge-front-door/origins/access-control";
export {
  type ApiGatewayOriginOptions,
  apiGatewayOrigin,
  type RegionalApi,
} from "./edge-front-door/origins/api-gateway-origin";
export type { OriginConnection } from "./edge-front-door/origins/connection";
export { type CustomOriginOptions, IpAddressType, type OriginTimeouts } from "./edge-front-door/origins/custom-origin";
export type { ExistingBucket } from "./edge-front-door/origins/existing-bucket";
export {
  type FunctionUrl,
  type FunctionUrlOriginOptions,
  functionUrlOrigin,
} from "./edge-front-door/origins/function-url-origin";
export { grpcOrigin, type HttpOriginOptions, httpOrigin } from "./edge-front-door/origins/http-origin";
export { type LoadBalancerOriginOptions, loadBalancerOrigin } from "./edge-front-door/origins/load-balancer-origin";
export {
  type MediaPackageEndpoint,
  type MediaPackageOriginOptions,
  mediaPackageOrigin,
} from "./edge-front-door/origins/media-package-origin";
export type {
  BoundOrigin,
  DistributionIdentity,
  Origin,
  OriginBehavior,
  OriginScope,
  RequiredGrant,
} from "./edge-front-door/origins/origin";
export type { OriginAccessIdentity } from "./edge-front-door/origins/origin-access-identity";
export { type OriginGroupOptions, originGroup } from "./edge-front-door/origins/origin-group";
export { BucketAccess, OriginAccessPhase } from "./edge-front-door/origins/s3-access";
export { type S3OriginOptions, s3Origin } from "./edge-front-door/origins/s3-origin";
export { type ExistingVpcOrigin, type VpcOriginOptions, vpcOrigin } from "./edge-front-door/origins/vpc-origin";
export {
  AllowedMethods,
  type BehaviorArgs,
  type BehaviorFunctions,
  ViewerProtocolPolicy,
} from "./edge-front-door/routes/behavior-args";
export {
  type CloudFrontFunctionOptions,
  cloudFrontFunction,
  type EdgeFunction,
  existingCloudFrontFunction,
  existingLambdaAtEdge,
} from "./edge-front-door/routes/edge-function";
export { existingKeyGroup, type KeyGroup, type KeyGroupOptions, keyGroup } from "./edge-front-door/routes/key-group";
export {
  existingKeyValueStore,
  type KeyValueStore,
  type KeyValueStoreOptions,
  keyValueStore,
} from "./edge-front-door/routes/key-value-store";
export {
  ApplicationLogLevel,
  type LambdaAtEdgeOptions,
  LambdaLogFormat,
  lambdaAtEdge,
  SystemLogLevel,
} from "./edge-front-door/routes/lambda-at-edge";
export { WebsiteRouting } from "./edge-front-door/routes/website-routing";
export { AccessLogDestination, type LoggingArgs, type RealTimeLogArgs } from "./edge-front-door/telemetry/logging-args";
export type { AlarmArgs, MonitoringArgs } from "./edge-front-door/telemetry/monitoring";
export { TenantedFrontDoor } from "./edge-front-door/tenants/tenanted-front-door";
export {
  type ConnectionGroupArgs,
  type TenantArgs,
  TenantCertificate,
  type TenantedFrontDoorArgs,
  type TenantParameterArgs,
  type TierArgs,
} from "./edge-front-door/tenants/tenanted-front-door-args";
export type { AnycastIpListArgs } from "./edge-front-door/viewers/anycast";
export type { ErrorPageArgs } from "./edge-front-door/viewers/error-pages";
export type { GeoRestrictionArgs } from "./edge-front-door/viewers/geo-restriction";
export { FrameOption, ReferrerPolicy, type ResponseHeadersArgs } from "./edge-front-door/viewers/response-headers";
export { type CaBundle, type ViewerMtlsArgs, ViewerMtlsMode } from "./edge-front-door/viewers/viewer-mtls";
export { ComponentInputError, type Problem } from "./errors";
export { GlobalService } from "./global-service/global-service";
export * from "./global-service/global-service-args";
export type { RegionOutputs } from "./global-service/regional/regional-tier";
export type { SecretHeader } from "./load-balancing/secret-header";
export { type ExistingApiOptions, type ExistingRestApi, existingApi } from "./private-api-origin/apis/existing-api";
export { type LambdaRoutesOptions, lambdaRoutes, type RouteFunction } from "./private-api-origin/apis/lambda-routes";
export { type OpenApiOptions, openApi } from "./private-api-origin/apis/open-api";
export type { BoundApi, PrivateApi, PrivateApiScope } from "./private-api-origin/apis/private-api";
export { type ApiStageArgs, ExecutionLogLevel } from "./private-api-origin/apis/stage";
export { PrivateApiOrigin } from "./private-api-origin/private-api-origin";
export * from "./private-api-origin/private-api-origin-args";
export { SharedVpcOrigin, type SharedVpcOriginArgs } from "./vpc-origin/shared-vpc-origin";
export * from "./vpc-origin/vpc-origin-args";

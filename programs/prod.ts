import * as pulumi from "@pulumi/pulumi";
import { EncryptionMode, FirewallPreset } from "../components";
import type { StackOutputs } from "./environments";
import { deployGlobalApp } from "./systems/global-app";
import { deployGrpcService } from "./systems/grpc-service";
import { deployPrivateApi } from "./systems/private-api";
import { deploySaas } from "./systems/saas";
import { deployStorefront } from "./systems/storefront";

/** Everything: protected from deletion, logs kept for a year. */
export function deployProd(): StackOutputs {
  const config = new pulumi.Config();
  const hostedZoneId = config.require("hostedZoneId");
  const settings = { hostedZoneId, logRetentionDays: 365, deletionProtection: true };
  return {
    storefront: deployStorefront("storefront", {
      ...settings,
      domainName: config.require("storefrontDomain"),
      apiDomainName: config.require("apiDomain"),
      encryption: EncryptionMode.SseKms,
      firewallPreset: FirewallPreset.Recommended,
      alarms: { topicArns: [config.require("alarmTopicArn")], originLatencyMilliseconds: 2_000 },
      tags: { environment: "prod", system: "storefront" },
    }),
    saas: deploySaas("stores", {
      ...settings,
      domainName: config.require("storesDomain"),
      hostedZoneId: config.require("storesHostedZoneId"),
      storeDomainName: config.require("storeServersDomain"),
      tenants: config.requireObject("tenants"),
      tags: { environment: "prod", system: "saas" },
    }),
    grpc: deployGrpcService("quotes", {
      ...settings,
      domainName: config.require("grpcDomain"),
      vpcId: config.require("vpcId"),
      subnetIds: config.requireObject("publicSubnetIds"),
      certificateArn: config.require("grpcCertificateArn"),
      originDomainName: config.require("grpcOriginDomain"),
      originSecretId: config.require("grpcOriginSecretId"),
      tags: { environment: "prod", system: "grpc" },
    }),
    orders: deployPrivateApi("orders", {
      ...settings,
      domainName: config.require("ordersDomain"),
      vpcId: config.require("vpcId"),
      internetGatewayId: config.require("internetGatewayId"),
      subnets: config.requireObject("privateSubnets"),
      originDomainName: config.require("ordersOriginDomain"),
      originSecretId: config.require("ordersOriginSecretId"),
      functionName: config.require("ordersFunctionName"),
      tags: { environment: "prod", system: "orders" },
    }),
    checkout: deployGlobalApp("checkout", {
      ...settings,
      domainName: config.require("checkoutDomain"),
      originDomainName: config.require("checkoutOriginDomain"),
      originSecretId: config.require("checkoutOriginSecretId"),
      regions: config.requireObject("checkoutRegions"),
      homeRegion: "eu-central-1",
      allowedRegions: ["eu-central-1", "eu-west-1"],
      imageDigest: config.get("checkoutImageDigest"),
      faultInjection: {},
      tags: { environment: "prod", system: "checkout" },
    }),
  };
}

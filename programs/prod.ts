import * as pulumi from "@pulumi/pulumi";
import { EncryptionMode, FirewallPreset } from "../components";
import type { StackOutputs } from "./environments";
import { type CheckoutConfig, deployGlobalApp } from "./systems/global-app";
import { deployGrpcService } from "./systems/grpc-service";
import { deployPrivateApi, type OrdersConfig } from "./systems/private-api";
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
      ...config.requireObject<OrdersConfig>("orders"),
      vpcId: config.require("vpcId"),
      tags: { environment: "prod", system: "orders" },
    }),
    checkout: deployGlobalApp("checkout", {
      ...settings,
      ...config.requireObject<CheckoutConfig>("checkout"),
      faultInjection: {},
      tags: { environment: "prod", system: "checkout" },
    }),
  };
}

import * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor } from "../edge-front-door/edge-front-door";
import type { Origin } from "../edge-front-door/origins/origin";
import { resolveGlobalService } from "./config";
import { frontDoorArgs } from "./front-door";
import { GlobalServiceGlobal } from "./global/global-tier";
import type { GlobalServiceArgs } from "./global-service-args";
import { createOriginRecords } from "./origin-records";
import { type ServiceOrigins, serviceOrigins } from "./origins";
import { GlobalServicePlatform } from "./platform/platform-tier";
import { GlobalServiceRegion, type RegionOutputs } from "./regional/regional-tier";
import { validateGlobalService } from "./validate";

/**
 * A service in several Regions, all of them active: containers behind a load balancer in each, one name that leads to the nearest healthy
 * one, tables that are written anywhere, and CloudFront in front. A Region is one entry in a list.
 *
 * ```ts
 * const checkout = new GlobalService("checkout", {
 *   regions: [
 *     { region: "eu-central-1", cidrBlock: "10.0.0.0/16", availabilityZoneIds: ["euc1-az1", "euc1-az2"] },
 *     { region: "eu-west-1", cidrBlock: "10.1.0.0/16", availabilityZoneIds: ["euw1-az1", "euw1-az2"] },
 *   ],
 *   homeRegion: "eu-central-1",
 *   container: { imageDigest: "sha256:…", port: 8080 },
 *   tables: { orders: { partitionKey: { name: "id" } } },
 *   originDomain: { name: "checkout-origin.example.com", hostedZoneId },
 *   secretHeader: { value: config.requireSecret("checkoutSecret") },
 *   frontDoor: { readPaths: ["/catalog/*"] },
 * });
 * ```
 *
 * What it creates, what it costs when idle and what a change replaces: `README.md` beside this file.
 */
export class GlobalService extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:GlobalService";

  /** Where viewers find it; nothing without `frontDoor`. */
  public readonly url: pulumi.Output<string | undefined>;
  /** Where images are pushed to: the home Region's repository. ECR copies them to the others. */
  public readonly repositoryUrl: pulumi.Output<string>;
  /** The same in every Region, by the name of the argument. */
  public readonly tableNames: pulumi.Output<Record<string, string>>;
  /** For what else tasks may do. */
  public readonly taskRoleName: pulumi.Output<string>;
  /** By Region. */
  public readonly regions: pulumi.Output<Record<string, RegionOutputs>>;

  private readonly origins: ServiceOrigins;

  constructor(name: string, args: GlobalServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    validateGlobalService(name, args);
    super(GlobalService.__pulumiType, name, args, opts);
    const config = resolveGlobalService(args);
    const child = { parent: this };

    const platform = new GlobalServicePlatform(`${name}-platform`, config, child);
    const { tables, certificateArns } = new GlobalServiceGlobal(`${name}-global`, config, platform.taskRole, child);
    const regions = new Map(
      config.regions.map((place) => {
        const parts = { platform, tables, certificateArns };
        return [place.region, new GlobalServiceRegion(`${name}-${place.region}`, place, config, parts, child)];
      }),
    );
    const records = createOriginRecords(name, config, regions, this);
    this.origins = serviceOrigins(config);
    const frontDoor = config.frontDoor
      ? new EdgeFrontDoor(`${name}-edge`, frontDoorArgs(config.frontDoor, this.origins), {
          ...child,
          // Requests have somewhere to go before there are any, and as long as there are some.
          dependsOn: [...records, ...regions.values()],
        })
      : undefined;

    this.url = pulumi.output(frontDoor?.url);
    this.repositoryUrl = platform.repositoryUrlIn(config.homeRegion);
    this.tableNames = pulumi.all(Object.fromEntries([...tables].map(([table, made]) => [table, made.name])));
    this.taskRoleName = platform.taskRole.name;
    this.regions = pulumi.all(Object.fromEntries([...regions].map(([region, made]) => [region, made.outputs])));
    this.registerOutputs({
      url: this.url,
      repositoryUrl: this.repositoryUrl,
      tableNames: this.tableNames,
      taskRoleName: this.taskRoleName,
      regions: this.regions,
    });
  }

  /** What an EdgeFrontDoor takes as `origin`: the nearest Region that is healthy. */
  origin(): Origin {
    return this.origins.nearest;
  }

  /** For routes that only read: the nearest Region and, where it fails, its neighbour. With one Region the same as `origin()`. */
  readOrigin(): Origin {
    return this.origins.nearestOrNeighbour;
  }
}

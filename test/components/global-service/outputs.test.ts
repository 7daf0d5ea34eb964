// What a service tells of itself.

import { known } from "../record-stack";
import { serve } from "./serve";

const account = "123456789012";

test("a service tells where to push images, what its tables are called, and what it has in each Region", async () => {
  const { shop } = await serve({ homeRegion: "eu-west-1" });
  expect(await known(shop.repositoryUrl)).toBe(
    `${account}.dkr.ecr.eu-west-1.amazonaws.com/shop-platform-repository-eu-west-1-0123456`,
  );
  expect(await known(shop.tableNames)).toEqual({ orders: "shop-global-table-orders-0123456" });
  expect(await known(shop.taskRoleName)).toBe("shop-platform-task-role-0123456");
  const inRegion = (region: string, zones: string[]) => ({
    vpcId: `shop-${region}-vpc-id`,
    privateSubnetIds: zones.map((zone) => `shop-${region}-private-${zone}-id`),
    taskSecurityGroupId: `shop-${region}-task-security-group-id`,
    clusterName: `shop-${region}-fargate-cluster-0123456`,
    loadBalancerArn: `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/shop-${region}-load-balancer/0`,
    healthCheckId: `shop-${region}-health-check-id`,
  });
  expect(await known(shop.regions)).toEqual({
    "eu-central-1": inRegion("eu-central-1", ["euc1-az1", "euc1-az2"]),
    "eu-west-1": inRegion("eu-west-1", ["euw1-az1", "euw1-az2"]),
  });
});

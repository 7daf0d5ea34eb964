import path from "node:path";
import { removeTemporaryFolders } from "../project/temporary-project";
import { errorsOf, previewFiles, stepNamed } from "./preview-program";

afterAll(removeTemporaryFolders);

test("of a resource that is only read, the deployed pass knows names and ARNs, and no decision", async () => {
  const plan = await previewFiles({
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      const aws = require("@pulumi/aws");
      const arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/0123456789abcdef";
      const read = aws.lb.LoadBalancer.get("read", arn);
      const made = new aws.lb.LoadBalancer("made", { subnets: ["subnet-a"] });
      exports.read = { arn: read.arn, internal: read.internal, protected: read.enableDeletionProtection };
      exports.made = { internal: made.internal };
    `,
  });
  expect(errorsOf(plan)).toEqual([]);
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  expect(plan.deployedOutputs).toEqual({
    read: {
      arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/0123456789abcdef",
      internal: unknown,
    },
    made: { internal: false },
  });
  expect(stepNamed(plan, "read").op).toBe("read");
});

test("a load balancer that is read is no refused VPC origin", async () => {
  const plan = await previewFiles({
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    "index.js": `
      require(${JSON.stringify(path.resolve(__dirname, "../../../preview/transpile/register.cjs"))});
      const aws = require("@pulumi/aws");
      const { EdgeFrontDoor, vpcOrigin } = require(${JSON.stringify(path.resolve(__dirname, "../../../components"))});
      const arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/0123456789abcdef";
      const loadBalancer = aws.lb.LoadBalancer.get("orders", arn);
      new EdgeFrontDoor("shop", { origin: vpcOrigin({ domainName: "orders.example.com", endpoint: { loadBalancer, securityGroupId: "sg-0123456789abcdef0", internetGatewayId: "igw-0123456789abcdef0" } }) });
    `,
  });
  expect(errorsOf(plan)).toEqual([]);
  expect(plan.steps.filter(({ newState }) => newState.type === "aws:cloudfront/vpcOrigin:VpcOrigin")).toHaveLength(1);
});

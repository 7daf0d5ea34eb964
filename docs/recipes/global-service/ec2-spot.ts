import * as aws from "@pulumi/aws";
import { CapacityKind, GlobalService } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "checkout/origin-secret" });

const checkout = new GlobalService("checkout", {
  regions: [{ region: "eu-central-1", cidrBlock: "10.0.0.0/16", availabilityZoneIds: ["euc1-az1", "euc1-az2"] }],
  homeRegion: "eu-central-1",
  container: {
    imageDigest: "sha256:7d1a0c3f5b2e9d8466f1c2a3b4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7",
    port: 8080,
    cpu: 512,
    memory: 1024,
  },
  capacity: { kind: CapacityKind.Ec2Spot, instanceTypes: ["m7g.large", "m6g.large", "r7g.large"], maxInstances: 20 },
  scaling: { minTasks: 6, maxTasks: 80, cpuPercent: 50 },
  originDomain: { name: "checkout-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
  frontDoor: {},
});

export const url = checkout.url;

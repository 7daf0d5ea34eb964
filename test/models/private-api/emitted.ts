// What the components register, for the model.

import type * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor, PrivateApiOrigin, type PrivateApiOriginArgs } from "../../../components";
import { awsOutputs } from "../../components/aws-outputs";
import { BARE } from "../../components/edge-front-door/origins/serve";
import { existingEndpoint, REGION, secret } from "../../components/private-api-origin/variants";
import { recordStack } from "../../components/record-stack";
import { type Elsewhere, type InterfaceEndpoint, Stack } from "./stack";

/** As the mocks of Pulumi answer for them. */
const CLOUDFRONT = { serviceSecurityGroupId: "sg-vpc-1-cloudfront", prefixListId: "pl-default-ipv4" };

/** The stack of a program, and the inputs of its distributions by name. */
export async function emitted(program: () => unknown, elsewhere: Elsewhere = {}) {
  const { resources } = await recordStack(program, { config: { "aws:region": REGION } });
  const made = resources.map((resource) => {
    const args: pulumi.runtime.MockResourceArgs = { ...resource };
    return { ...resource, outputs: { ...resource.inputs, id: `${resource.name}-id`, ...awsOutputs(args) } };
  });
  return {
    stack: new Stack(made, REGION, CLOUDFRONT, elsewhere),
    distribution: (name: string): Readonly<Record<string, unknown>> =>
      resources.find((resource) => resource.name === `${name}-distribution`)?.inputs ?? {},
  };
}

/** A component called `orders`, and the front door `site` of its `origin()` unless it has one of its own. */
export async function emittedFor(args: PrivateApiOriginArgs, elsewhere?: Elsewhere) {
  const { stack, distribution } = await emitted(() => {
    const orders = new PrivateApiOrigin("orders", args);
    return args.frontDoor ? orders : new EdgeFrontDoor("site", { ...BARE, origin: orders.origin() });
  }, elsewhere);
  return { stack, front: distribution(args.frontDoor ? "orders-edge" : "site") };
}

/** The endpoint of the variants, as its owner sees it: open to what it is told, with the policy that AWS gives. */
export const HANDMADE_ENDPOINT: InterfaceEndpoint = {
  id: existingEndpoint.id,
  addresses: existingEndpoint.subnetConfigurations.map(({ ipv4 }) => ipv4),
  securityGroupIds: [existingEndpoint.securityGroupId],
};

export const CLOUDFRONT_NAME = "d111111abcdef8.cloudfront.net";
export const SECRET = { "x-origin-verify": secret };
export const apiHost = (id: string): string => `${id}.execute-api.${REGION}.amazonaws.com`;

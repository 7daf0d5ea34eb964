// The environments of this repository with their own settings, recorded.

import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { deployEnvironment } from "../../programs/environments";
import { type RecordedResource, recordStack } from "../components/record-stack";

export const root = path.resolve(__dirname, "../..");

/** Settings of a stack as the engine hands them to a program: all of them text. */
export function settingsOf(stack: string): Record<string, string> {
  const { config }: { config: Record<string, unknown> } = parse(
    readFileSync(path.join(root, `Pulumi.${stack}.yaml`), "utf8"),
  );
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** Of the secret that prod's load balancer asks for. */
export const ORIGIN_SECRET = "not-a-real-secret-of-anything";

export function recordEnvironment(stack: string) {
  return recordStack(() => deployEnvironment(stack), {
    stack,
    config: settingsOf(stack),
    answers: {
      "aws:ec2/getManagedPrefixList:getManagedPrefixList": { id: "pl-0123456789abcdef0" },
      "aws:lambda/getFunction:getFunction": {
        arn: "arn:aws:lambda:eu-central-1:123456789012:function:orders-api",
        functionName: "orders-api",
      },
      "aws:secretsmanager/getSecretVersion:getSecretVersion": { secretString: ORIGIN_SECRET },
    },
  });
}

/** The resources of a component, itself included. */
export function ofComponent(resources: readonly RecordedResource[], name: string): RecordedResource[] {
  return resources.filter((resource) => resource.parent === name || (resource.name === name && !resource.custom));
}

import type * as pulumi from "@pulumi/pulumi";

type Answer = (inputs: Record<string, unknown>) => Record<string, unknown>;

/** What AWS would answer to the functions that components call. A call that is not here is one that no component should make. */
export function awsAnswer({ token, inputs }: pulumi.runtime.MockCallArgs): Record<string, unknown> {
  const answer = ANSWERS[token];
  if (answer === undefined) {
    throw new Error(`unexpected call of ${token}`);
  }
  return { ...inputs, ...answer(inputs) };
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    accountId: "123456789012",
    arn: "arn:aws:sts::123456789012:assumed-role/deploy/session",
  }),
  "aws:index/getRegion:getRegion": () => ({ region: "eu-central-1" }),
  "aws:ssm/getParameter:getParameter": ({ name, region }) => ({ value: `value of ${name} in ${region}` }),
  "aws:ec2/getSecurityGroup:getSecurityGroup": ({ filters }) => ({
    id: `sg-${filterValue(filters, "vpc-id")}-cloudfront`,
  }),
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": ({ name, region }) => ({
    id: `pl-${region ?? "default"}-${String(name).includes("ipv6") ? "ipv6" : "ipv4"}`,
  }),
};

/** The one value that a filter of EC2 asks for. */
function filterValue(filters: unknown, name: string): unknown {
  const all: { name: string; values: string[] }[] = Array.isArray(filters) ? filters : [];
  return all.find((filter) => filter.name === name)?.values[0];
}

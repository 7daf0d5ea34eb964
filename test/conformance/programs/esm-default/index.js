import { CustomResource } from "@pulumi/pulumi";

export const named = 1;

export default async () => {
  const thing = new CustomResource("testpkg:index:Thing", "thing", {});
  return { urn: thing.urn };
};

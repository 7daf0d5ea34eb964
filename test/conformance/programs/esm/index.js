import * as pulumi from "@pulumi/pulumi";

const name = await Promise.resolve("awaited");
const thing = new pulumi.CustomResource("testpkg:index:Thing", name, {});

export const id = thing.id;
export const fixed = "value";
export { name };

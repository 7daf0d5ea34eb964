import * as pulumi from "@pulumi/pulumi";
import { names } from "./names";

interface ThingArgs {
  size: pulumi.Input<number>;
}

class Thing extends pulumi.CustomResource {
  declare readonly size: pulumi.Output<number>;

  constructor(name: string, args: ThingArgs, opts?: pulumi.CustomResourceOptions) {
    super("testpkg:index:Thing", name, { ...args }, opts);
  }
}

const things = names.map((name, index) => new Thing(name, { size: index }));

export const sizes = things.map((thing) => thing.size);
export const total: number = things.length;

const pulumi = require("@pulumi/pulumi");

const trace =
  (step) =>
  ({ props, opts, type }) => {
    if (type !== "testpkg:index:Thing") return undefined;
    return { props: { ...props, steps: [...(props.steps ?? []), step] }, opts };
  };
class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}

pulumi.runtime.registerStackTransformation(trace("stack"));
pulumi.runtime.registerStackTransformation(({ props, opts, name }) =>
  name === "optioned" ? { props, opts: pulumi.mergeOptions(opts, { protect: true, ignoreChanges: ["x"] }) } : undefined,
);
const outer = new Component("outer", { transformations: [trace("outer")] });
const inner = new Component("inner", { parent: outer, transformations: [trace("inner")] });
new pulumi.CustomResource(
  "testpkg:index:Thing",
  "own",
  {},
  { parent: inner, transformations: [trace("own-1"), trace("own-2")] },
);
new pulumi.CustomResource("testpkg:index:Thing", "plain", { steps: ["given"] });
new pulumi.CustomResource("testpkg:index:Thing", "optioned", {});

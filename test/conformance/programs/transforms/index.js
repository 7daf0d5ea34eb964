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

// Both registrations are under way at once, so the engine may run them in either order.
pulumi.runtime.registerResourceTransform(trace("stack"));
pulumi.runtime.registerResourceTransform(async (args) => trace("stack")(args));
const other = new pulumi.CustomResource("testpkg:index:Other", "other", {});
pulumi.runtime.registerResourceTransform(({ name, props, opts }) => {
  if (name !== "optioned") return undefined;
  const changed = {
    protect: true,
    ignoreChanges: ["x"],
    retainOnDelete: true,
    dependsOn: [other],
    aliases: [{ name: "was" }],
    customTimeouts: { create: "2m" },
  };
  return { props, opts: pulumi.mergeOptions(opts, changed) };
});
const outer = new Component("outer", { transforms: [trace("outer")] });
const inner = new Component("inner", { parent: outer, transforms: [trace("inner")] });
new pulumi.CustomResource(
  "testpkg:index:Thing",
  "own",
  {},
  { parent: inner, transforms: [trace("own-1"), trace("own-2")] },
);
new pulumi.CustomResource("testpkg:index:Thing", "plain", { steps: ["given"] });
new pulumi.CustomResource("testpkg:index:Thing", "optioned", {});
new pulumi.CustomResource("testpkg:index:Thing", "rich", {
  secret: pulumi.secret("s"),
  unknown: other.id,
  nested: { unknown: other.id, secret: pulumi.secret("s"), asset: new pulumi.asset.StringAsset("text") },
});

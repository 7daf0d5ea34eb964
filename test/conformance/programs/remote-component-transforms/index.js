const pulumi = require("@pulumi/pulumi");

const trace =
  (step) =>
  ({ props, opts }) => ({ props: { ...props, steps: [...(props.steps ?? []), step] }, opts });
class Remote extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("components:index:Remote", name, args, opts, true);
  }
}
class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}

pulumi.runtime.registerResourceTransform(({ type, ...rest }) =>
  type === "components:index:Remote" ? trace("stack")(rest) : undefined,
);
const component = new Component("component", { transforms: [trace("parent")] });
new Remote("remote", {}, { parent: component, transforms: [trace("own")] });

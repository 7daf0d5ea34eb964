const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name);
  }
}

const component = new Component("component");
new pulumi.CustomResource(
  "testpkg:index:Thing",
  "thing",
  {},
  {
    transforms: [({ props, opts }) => ({ props, opts: { ...opts, parent: component } })],
  },
);

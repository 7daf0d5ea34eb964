const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}

const outer = new Component("outer");
const inner = new Component("inner", { parent: outer });
const child = new pulumi.CustomResource("testpkg:index:Thing", "child", {}, { parent: inner, dependsOn: outer });
new pulumi.CustomResource("testpkg:index:Thing", "sibling", { of: child.id }, { parent: inner });

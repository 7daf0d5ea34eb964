const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name);
  }
}

const first = new pulumi.CustomResource("testpkg:index:Thing", "same", {}, { parent: new Component("a") });
new pulumi.CustomResource("testpkg:index:Thing", "same", { after: first.urn }, { parent: new Component("b") });

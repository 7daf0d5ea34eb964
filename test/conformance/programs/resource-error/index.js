const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name);
    throw new pulumi.ResourceError("this component cannot be", this, true);
  }
}

new Component("impossible");

const pulumi = require("@pulumi/pulumi");

class Remote extends pulumi.ComponentResource {
  constructor(name) {
    super("components:index:Remote", name, {}, {}, true);
  }
  describe(args) {
    return pulumi.runtime.call("components:index:Remote/describe", { __self__: this, ...args }, this);
  }
}

const result = new Remote("remote").describe({ size: 1 });
exports.size = result.apply((answer) => answer.size);

const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) {
    super("testpkg:index:Thing", name, { arn: undefined, ...args }, opts);
  }
}

const existing = new Thing("existing", {}, { id: "thing-1" });
new Thing("user", { of: existing.arn });
exports.arn = existing.arn;

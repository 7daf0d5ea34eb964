const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(type, name, opts) {
    super(type, name, {}, opts);
  }
}

const outer = new Component("my:index:Outer", "outer");
const middle = new Component("my:index:Middle", "middle", { parent: outer });
const inner = new Component("my:index:Inner", "inner", { parent: middle });
const bucket = new pulumi.CustomResource("testpkg:index:Bucket", "bucket", { name: "b" }, { parent: inner });
new pulumi.CustomResource("testpkg:index:Object", "object", { bucket: bucket.id }, { parent: bucket });
new pulumi.CustomResource("testpkg:index:Bucket", "top", {});
new pulumi.CustomResource("testpkg:index:Bucket", "sibling", { of: outer.urn }, { parent: outer });

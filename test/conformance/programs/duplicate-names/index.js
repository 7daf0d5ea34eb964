const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(type, name, opts) {
    super(type, name, {}, opts);
  }
}

const a = new Component("my:index:A", "same");
const b = new Component("my:index:B", "same");
new pulumi.CustomResource("testpkg:index:Thing", "same", {}, { parent: a });
new pulumi.CustomResource("testpkg:index:Thing", "same", {}, { parent: b });
new pulumi.CustomResource("testpkg:index:Other", "same", {}, { parent: b });
new pulumi.CustomResource("testpkg:index:Thing", "same", {});
new pulumi.CustomResource("testpkg:index:Thing", "with spaces / and :: colons$", {});

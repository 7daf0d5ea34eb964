const pulumi = require("@pulumi/pulumi");

async function load() {
  throw new Error("cannot load");
}

new pulumi.CustomResource("testpkg:index:Thing", "thing", { value: load() });

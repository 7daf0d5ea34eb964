const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "function", { run: () => 1 });

const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "before", {}).urn.apply(() => process.exit(3));

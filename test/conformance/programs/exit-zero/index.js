const pulumi = require("@pulumi/pulumi");

exports.before = 1;
new pulumi.CustomResource("testpkg:index:Thing", "before", {}).urn.apply(() => process.exit(0));

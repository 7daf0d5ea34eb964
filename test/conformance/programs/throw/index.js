const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "before", {});
exports.before = 1;
throw new Error("boom");

const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "twin", { n: 1 });
new pulumi.CustomResource("testpkg:index:Thing", "twin", { n: 2 });
new pulumi.CustomResource("testpkg:index:Thing", "other", {});
exports.done = true;

const pulumi = require("@pulumi/pulumi");

pulumi.log.error("this is not right");
new pulumi.CustomResource("testpkg:index:Thing", "after", {});
exports.after = true;

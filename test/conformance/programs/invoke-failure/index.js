const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "before", {});
exports.answer = pulumi.runtime.invokeOutput("testpkg:index:unheardOf", {});

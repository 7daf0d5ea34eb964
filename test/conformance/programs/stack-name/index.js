const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", `thing-${pulumi.getStack()}`, {
  size: new pulumi.Config().requireNumber("size"),
});
exports.stack = pulumi.getStack();

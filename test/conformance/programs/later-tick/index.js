const pulumi = require("@pulumi/pulumi");

setTimeout(() => {
  new pulumi.CustomResource("testpkg:index:Thing", "late", {});
}, 20);
setImmediate(() => {
  new pulumi.CustomResource("testpkg:index:Thing", "soon", {});
});
Promise.resolve().then(() => {
  new pulumi.CustomResource("testpkg:index:Thing", "micro", {});
});
exports.done = true;

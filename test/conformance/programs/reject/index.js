const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "before", {});
Promise.reject(new Error("nobody caught me"));
exports.before = 1;

const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "waits", { value: new Promise(() => {}) });
exports.done = true;

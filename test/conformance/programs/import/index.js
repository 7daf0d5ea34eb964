const pulumi = require("@pulumi/pulumi");

const adopted = new pulumi.CustomResource("testpkg:index:Thing", "adopted", { size: 1 }, { import: "thing-1" });
new pulumi.CustomResource("testpkg:index:Thing", "user", { of: adopted.id });
exports.id = adopted.id;

const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "adopted", { size: 1 }, { import: "thing-2" });

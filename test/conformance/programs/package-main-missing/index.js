const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "from-index", {});

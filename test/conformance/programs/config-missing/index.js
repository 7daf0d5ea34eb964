const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
new pulumi.CustomResource("testpkg:index:Thing", "before", {});
new pulumi.CustomResource("testpkg:index:Thing", config.require("name"), {});

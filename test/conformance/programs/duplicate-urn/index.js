const pulumi = require("@pulumi/pulumi");

const first = new pulumi.CustomResource("testpkg:index:Thing", "twin", { n: 1 });
new pulumi.CustomResource("testpkg:index:Thing", "twin", { n: 2, after: first.urn });

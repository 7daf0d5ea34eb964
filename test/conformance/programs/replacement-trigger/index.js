const pulumi = require("@pulumi/pulumi");

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
new pulumi.CustomResource("testpkg:index:Thing", "known", {}, { replacementTrigger: "v1" });
new pulumi.CustomResource("testpkg:index:Thing", "structured", {}, { replacementTrigger: { version: 1, list: ["a"] } });
new pulumi.CustomResource("testpkg:index:Thing", "unknown", {}, { replacementTrigger: thing.id });

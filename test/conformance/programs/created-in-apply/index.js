const pulumi = require("@pulumi/pulumi");

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
pulumi.output("known").apply((value) => new pulumi.CustomResource("testpkg:index:Thing", `from-${value}`, {}));
thing.id.apply((id) => new pulumi.CustomResource("testpkg:index:Thing", "from-unknown", { id }));
thing.urn.apply(() => new pulumi.CustomResource("testpkg:index:Thing", "from-urn", {}));

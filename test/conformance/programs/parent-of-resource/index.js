const pulumi = require("@pulumi/pulumi");

const thing = (name, opts) => new pulumi.CustomResource("testpkg:index:Thing", name, {}, opts);
const parent = thing("parent");
const read = thing("read", { id: "existing" });
thing("child", { parent });
thing("child-of-read", { parent: read });
thing("child-of-stack", { parent: pulumi.rootStackResource });

const pulumi = require("@pulumi/pulumi");

const thing = new pulumi.CustomResource("testpkg:index:Thing", "before", {});
thing.urn.apply((urn) => {
  throw new Error(`no good: ${urn}`);
});

const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("kubernetes:core/v1:Secret", "native", {
  list: ["plain", pulumi.secret("s")],
  nested: { deep: [{ secret: pulumi.secret("s"), plain: 1 }] },
  output: pulumi.output({ secret: pulumi.secret("s"), plain: 1 }),
});

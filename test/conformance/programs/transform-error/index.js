const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "before", {});
new pulumi.CustomResource(
  "testpkg:index:Thing",
  "thing",
  {},
  {
    transforms: [
      () => {
        throw new Error("cannot transform");
      },
    ],
  },
);

const pulumi = require("@pulumi/pulumi");

class Provider extends pulumi.ProviderResource {}

const provider = new Provider(
  "testpkg",
  "provider",
  { setting: "x" },
  { envVarMappings: { MY_TOKEN: "TESTPKG_TOKEN" } },
);
new pulumi.CustomResource("testpkg:index:Thing", "thing", {}, { provider });

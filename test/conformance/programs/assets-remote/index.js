const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "remote", {
  asset: new pulumi.asset.RemoteAsset(`file://${__dirname}/Pulumi.yaml`),
});

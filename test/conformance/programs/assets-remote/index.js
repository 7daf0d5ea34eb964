const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "remote", {
  asset: new pulumi.asset.RemoteAsset(`file://${__dirname}/Pulumi.yaml`),
  archive: new pulumi.asset.RemoteArchive(`file://${__dirname}/archive.tar.gz`),
});

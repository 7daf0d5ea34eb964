const pulumi = require("@pulumi/pulumi");

const { AssetArchive, FileArchive, FileAsset, StringAsset } = pulumi.asset;

new pulumi.CustomResource("testpkg:index:Thing", "assets", {
  file: new FileAsset("./files/hello.txt"),
  text: new StringAsset("hello"),
  secret: pulumi.secret(new StringAsset("hidden")),
  folder: new FileArchive("./files"),
  archive: new AssetArchive({
    "index.js": new StringAsset("exports.handler = () => {};"),
    "hello.txt": new FileAsset("./files/hello.txt"),
    folder: new FileArchive("./files"),
  }),
  nested: { list: [new StringAsset("in a list")] },
  promised: Promise.resolve(new StringAsset("later")),
});

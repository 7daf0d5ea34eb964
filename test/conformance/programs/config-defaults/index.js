const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
exports.size = config.requireNumber("size");
exports.name = config.require("name");
exports.tags = config.requireObject("tags");
exports.shorthand = config.require("shorthand");
exports.region = new pulumi.Config("aws").require("region");
new pulumi.CustomResource("aws:s3/bucket:Bucket", "bucket", {});

const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
const other = new pulumi.Config("other");
const aws = new pulumi.Config("aws");

exports.text = config.require("text");
exports.number = config.requireNumber("number");
exports.numberAsText = config.require("number");
exports.yes = config.requireBoolean("yes");
exports.no = config.getBoolean("no");
exports.object = config.requireObject("object");
exports.objectAsText = config.require("object");
exports.list = config.getObject("list");
exports.absent = config.get("absent") ?? "default";
exports.other = other.require("text");
exports.region = aws.require("region");
exports.enumeration = config.require("size", { allowedValues: ["small", "large"] });
exports.plainAsSecret = config.requireSecret("text");
new pulumi.CustomResource("testpkg:index:Thing", config.require("text"), { object: config.requireObject("object") });

const pulumi = require("@pulumi/pulumi");

new pulumi.Config().requireNumber("size");

const pulumi = require("@pulumi/pulumi");

exports.name = new pulumi.StackReference("organization/elsewhere/prod").getOutput("name");

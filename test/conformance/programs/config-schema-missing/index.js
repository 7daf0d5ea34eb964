require("@pulumi/pulumi");

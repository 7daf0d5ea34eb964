require("@pulumi/pulumi");
require("not-installed");

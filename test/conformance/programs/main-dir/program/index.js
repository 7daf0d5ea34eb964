const path = require("node:path");
const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
exports.workingDirectory = path.basename(process.cwd());

const path = require("node:path");
const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "from-package", {});
exports.workingDirectory = path.basename(process.cwd());

const path = require("node:path");
const pulumi = require("@pulumi/pulumi");

exports.project = pulumi.getProject();
exports.stack = pulumi.getStack();
exports.organization = pulumi.getOrganization();
exports.rootDirectory = path.basename(pulumi.runtime.getRootDirectory?.() ?? pulumi.getRootDirectory?.() ?? "");
exports.workingDirectory = path.basename(process.cwd());
exports.dryRun = pulumi.runtime.isDryRun();
exports.argumentCount = process.argv.slice(2).length;
exports.urn = pulumi.rootStackResource?.urn ?? "none";

const pulumi = require("@pulumi/pulumi");

exports.asset = new pulumi.asset.FileAsset("./Pulumi.yaml");
exports.date = new Date(0);
exports.nan = Number.NaN;
exports.nested = { undefinedInside: undefined, list: [undefined] };
exports.promiseOfOutput = Promise.resolve(pulumi.output(1));
exports["key with spaces"] = 1;
exports.secretNested = pulumi.secret({ a: 1 });
exports.secretList = [pulumi.secret("a"), "b"];

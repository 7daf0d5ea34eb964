const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
new pulumi.CustomResource("testpkg:index:Thing", "thing", {
  required: config.requireSecret("token"),
  optional: config.getSecret("token"),
  object: config.requireSecretObject("credentials"),
  length: config.requireSecret("token").apply((token) => token.length > 0),
  nested: config.requireSecretObject("credentials").apply((credentials) => credentials.user),
});
exports.token = config.requireSecret("token");
exports.absent = config.getSecret("absent") === undefined;

const pulumi = require("@pulumi/pulumi");

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
pulumi.log.debug("a detail");
pulumi.log.info("for your information");
pulumi.log.warn("careful");
pulumi.log.info("about the thing", thing);
pulumi.log.warn("about the thing", thing);
console.log("to the console");
exports.logged = true;

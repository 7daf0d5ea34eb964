const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) {
    super("testpkg:index:Thing", name, { token: undefined, ...args }, opts);
  }
}

const thing = new Thing("thing", { password: "p", size: 1 }, { additionalSecretOutputs: ["password", "token"] });
new Thing("user", { password: thing.password, token: thing.token, size: thing.size });
exports.password = thing.password;
exports.token = thing.token;
exports.size = thing.size;
exports.whole = thing;

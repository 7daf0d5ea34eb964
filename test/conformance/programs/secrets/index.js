const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name, args) {
    super("my:index:Component", name, args);
    this.password = pulumi.secret("inner");
    this.registerOutputs({ password: this.password });
  }
}

const secret = pulumi.secret("hunter2");
const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {
  top: secret,
  nested: { inside: secret, beside: "plain" },
  list: ["plain", secret],
  deep: [{ a: { b: secret } }],
  unwrapped: pulumi.unsecret(secret),
  derived: pulumi.interpolate`prefix-${secret}`,
  plain: "plain",
});
new Component("component", { top: secret, nested: { inside: secret, beside: "plain" } });
new pulumi.CustomResource("testpkg:index:Thing", "reader", {
  known: thing.top,
  unknownSecret: pulumi.secret(thing.id),
});

exports.secret = secret;
exports.nested = { inside: secret, beside: "plain" };
exports.unwrapped = pulumi.unsecret(secret);
exports.unknownSecret = pulumi.secret(thing.id);
exports.isSecret = pulumi.isSecret(secret);

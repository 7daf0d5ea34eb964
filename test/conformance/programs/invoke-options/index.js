const pulumi = require("@pulumi/pulumi");

class Provider extends pulumi.ProviderResource {
  constructor(name) {
    super("testpkg", name, { setting: "x" });
  }
}
class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}

const provider = new Provider("provider");
const component = new Component("component", { providers: [provider] });
const echo = "testpkg:index:echo";
exports.byParent = pulumi.runtime.invokeOutput(echo, { a: 1 }, { parent: component });
exports.byProvider = pulumi.runtime.invokeOutput(echo, { a: 2 }, { provider });
exports.byVersion = pulumi.runtime.invokeOutput(echo, { a: 3 }, { version: "1.2.3" });
exports.plainByProvider = pulumi.runtime.invoke(echo, { a: 4 }, { provider });

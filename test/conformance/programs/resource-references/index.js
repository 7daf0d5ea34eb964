const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name, args = {}) {
    super("my:index:Component", name, args);
    new pulumi.CustomResource("testpkg:index:Thing", `${name}-child`, {}, { parent: this });
  }
}
class Provider extends pulumi.ProviderResource {
  constructor(name) {
    super("testpkg", name, {});
  }
}

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
const component = new Component("component");
const provider = new Provider("provider");
new pulumi.CustomResource("testpkg:index:Thing", "user", {
  thing,
  component,
  nested: { list: [thing, component] },
  output: pulumi.output(thing),
});
new pulumi.CustomResource("testpkg:index:Thing", "provider-user", { provider });
new Component("component-user", {
  thing,
  component,
  provider,
  nested: { thing },
  unknown: thing.id,
  secret: pulumi.secret(thing.id),
});

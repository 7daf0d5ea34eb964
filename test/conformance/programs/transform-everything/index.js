const pulumi = require("@pulumi/pulumi");

class Provider extends pulumi.ProviderResource {}
class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name, { given: 1 });
  }
}

pulumi.runtime.registerResourceTransform(({ props, opts, type }) => ({ props: { ...props, seen: type }, opts }));
const provider = new Provider("testpkg", "provider", { setting: "x" });
const component = new Component("component");
new pulumi.CustomResource("testpkg:index:Thing", "explicit", {}, { provider, parent: component });
new pulumi.CustomResource("testpkg:index:Thing", "default", {});
new pulumi.CustomResource("testpkg:index:Thing", "read", {}, { id: "existing" });
new pulumi.StackReference("reference", { name: "organization/conformance/dev" });

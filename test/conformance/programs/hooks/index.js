const pulumi = require("@pulumi/pulumi");

const hook = new pulumi.ResourceHook("notify", async () => {});
const dry = new pulumi.ResourceHook("dry", async () => pulumi.log.info("a hook ran"), { onDryRun: true });
class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}

new pulumi.CustomResource(
  "testpkg:index:Thing",
  "all",
  {},
  {
    hooks: {
      beforeCreate: [hook],
      afterCreate: [hook, dry],
      beforeUpdate: [hook],
      afterUpdate: [hook],
      beforeDelete: [hook],
      afterDelete: [hook],
    },
  },
);
new pulumi.CustomResource("testpkg:index:Thing", "inline", {}, { hooks: { afterCreate: [async () => {}] } });
const component = new Component("component", { hooks: { afterCreate: [hook] } });
new pulumi.CustomResource("testpkg:index:Thing", "child", {}, { parent: component });

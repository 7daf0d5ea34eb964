const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}
const thing = (name, opts) => new pulumi.CustomResource("testpkg:index:Thing", name, {}, opts);

const base = thing("base");
const component = new Component("component", {
  protect: true,
  retainOnDelete: true,
  deletedWith: base,
  ignoreChanges: ["a"],
  replaceOnChanges: ["b"],
  customTimeouts: { create: "1m" },
  additionalSecretOutputs: ["c"],
  hideDiffs: ["d"],
  replaceWith: [base],
  deleteBeforeReplace: true,
  version: "1.0.0",
});
thing("child", { parent: component });
thing("unprotected", { parent: component, protect: false, retainOnDelete: false });
const nested = new Component("nested", { parent: component });
thing("grandchild", { parent: nested });
const protectedThing = thing("protected-thing", { protect: true });
thing("child-of-thing", { parent: protectedThing });

const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}
const thing = (name, opts, args = {}) => new pulumi.CustomResource("testpkg:index:Thing", name, args, opts);

const component = new Component("component");
const first = thing("first", { parent: component });
const nested = new Component("nested", { parent: component });
thing("deep", { parent: nested });
thing("child-of-resource", { parent: first });
const single = thing("single");

thing("on-resource", { dependsOn: single });
thing("on-list", { dependsOn: [single, first] });
thing("on-output", { dependsOn: pulumi.output([single]) });
thing("on-promise", { dependsOn: Promise.resolve(single) });
thing("on-component", { dependsOn: component });
new Component("component-on-resource", { dependsOn: [single] });
const later = new Component("later", { dependsOn: component });
thing("child-of-dependent", { parent: later });
thing(
  "by-property",
  {},
  { id: single.id, both: pulumi.interpolate`${single.id}/${first.id}`, list: [{ x: first.id }], plain: 1 },
);
thing("by-apply", {}, { derived: single.id.apply(() => first.urn) });
thing("by-both", { dependsOn: first }, { id: single.id });

const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) {
    super("testpkg:index:Thing", name, { arn: undefined, size: undefined, ...args }, opts);
  }
  static get(name, id, state, opts) {
    return new Thing(name, state, { ...opts, id });
  }
}
class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name);
  }
}

const existing = Thing.get("existing", "thing-1");
const withState = Thing.get("with-state", pulumi.output("thing-2"), { size: 3 });
const child = Thing.get("child", "thing-3", {}, { parent: new Component("component"), protect: true });
const fresh = new Thing("fresh", { of: existing.id, size: withState.size });
const later = Thing.get("later", fresh.id);

exports.id = existing.id;
exports.urn = existing.urn;
exports.child = child.id;
exports.later = later.id;

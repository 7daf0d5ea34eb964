const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name);
    this.value = pulumi.output(42);
    this.registerOutputs({ value: this.value });
  }
}
class Thing extends pulumi.CustomResource {
  constructor(name, args) {
    super("testpkg:index:Thing", name, { computed: undefined, ...args });
  }
}

const thing = new Thing("thing", { size: 3, tags: { a: "b" } });

exports.text = "hello";
exports.number = 1.5;
exports.yes = true;
exports.nothing = null;
exports.absent = undefined;
exports.list = [1, "two", { three: [4] }];
exports.empty = { list: [], object: {}, text: "" };
exports.id = thing.id;
exports.urn = thing.urn;
exports.size = thing.size;
exports.computed = thing.computed;
exports.mixed = { known: thing.size, unknown: thing.id, list: ["x", thing.id] };
exports.resource = thing;
exports.component = new Component("component");
exports.promise = Promise.resolve("later");
exports.output = pulumi.output({ deep: pulumi.output("value") });
exports.joined = pulumi.interpolate`id is ${thing.id}`;
exports.concatenated = pulumi.concat("size ", thing.size);
exports.json = pulumi.jsonStringify({ a: thing.size });

const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name, args) {
    super("my:index:Component", name, args);
    const first = new pulumi.CustomResource("testpkg:index:Thing", `${name}-first`, {}, { parent: this });
    const second = new pulumi.CustomResource(
      "testpkg:index:Thing",
      `${name}-second`,
      { of: first.id },
      { parent: this },
    );
    this.firstId = first.id;
    this.joined = pulumi.all([first.id, second.urn]).apply(([id, urn]) => `${id} ${urn}`);
    this.known = pulumi.all([first.urn]).apply(([urn]) => urn.length);
    this.registerOutputs({ firstId: this.firstId, joined: this.joined });
  }
}

const component = new Component("component", { size: 1, nested: { list: [pulumi.output(1)] } });
new pulumi.CustomResource("testpkg:index:Thing", "user", {
  first: component.firstId,
  joined: component.joined,
  known: component.known,
  urn: component.urn,
});
new Component("next", { of: component.firstId, list: [component.joined] });

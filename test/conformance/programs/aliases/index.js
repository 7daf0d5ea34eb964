const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(type, name, opts) {
    super(type, name, {}, opts);
  }
}
const bucket = (name, opts) => new pulumi.CustomResource("testpkg:index:Bucket", name, {}, opts);

const home = new Component("my:index:Home", "home");
const parent = new Component("my:index:New", "new-name", { aliases: [{ name: "old-name" }, { type: "my:index:Old" }] });
bucket("by-urn", { aliases: ["urn:pulumi:dev::conformance::testpkg:index:Bucket::was"] });
bucket("by-name", { aliases: [{ name: "was" }] });
bucket("by-type", { aliases: [{ type: "testpkg:index:OldBucket" }] });
bucket("by-parent", { aliases: [{ parent: home }] });
bucket("by-parent-urn", { aliases: [{ parent: "urn:pulumi:dev::conformance::my:index:Gone::gone" }] });
bucket("by-no-parent", { parent: home, aliases: [{ parent: pulumi.rootStackResource }] });
bucket("by-stack", { aliases: [{ stack: "staging" }] });
bucket("by-project", { aliases: [{ project: "before" }] });
bucket("by-everything", {
  parent: home,
  aliases: [{ name: "n", type: "t:index:T", stack: "s", project: "p", parent }, "urn:pulumi:a::b::c:index:C::d"],
});
bucket("by-output", {
  aliases: [
    pulumi.output("urn:pulumi:dev::conformance::testpkg:index:Bucket::later"),
    pulumi.output({ name: "later" }),
  ],
});
bucket("no-parent-flag", { parent: home, aliases: [{ noParent: true }] });
bucket("new-name-child", { parent });
bucket("other-child", { parent, aliases: [{ name: "renamed" }] });

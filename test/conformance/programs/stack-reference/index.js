const pulumi = require("@pulumi/pulumi");

if (pulumi.getStack() === "base") {
  exports.name = "network";
  exports.ports = [80, 443];
  exports.settings = { deep: { value: true } };
  exports.token = pulumi.secret("s");
} else {
  const base = new pulumi.StackReference("base", { name: "organization/conformance/base" });
  const byName = new pulumi.StackReference("organization/conformance/base");
  exports.name = base.getOutput("name");
  exports.ports = base.requireOutput("ports");
  exports.deep = base.getOutput("settings").apply((settings) => settings.deep.value);
  exports.token = base.getOutput("token");
  exports.missing = base.getOutput("missing").apply((value) => value === undefined);
  exports.details = base.getOutputDetails("name");
  exports.secretDetails = base.getOutputDetails("token").then((details) => details.secretValue !== undefined);
  exports.value = base.getOutputValue("name");
  exports.outputs = byName.outputs.apply((outputs) => Object.keys(outputs).sort());
  new pulumi.CustomResource("testpkg:index:Thing", "user", {
    name: base.getOutput("name"),
    token: base.getOutput("token"),
  });
}

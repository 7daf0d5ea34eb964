const pulumi = require("@pulumi/pulumi");

class Remote extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("components:index:Remote", name, { vpcId: undefined, ...args }, opts, true);
  }
}
class Provider extends pulumi.ProviderResource {}

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
const virginia = new Provider("aws", "virginia", { region: "us-east-1" });
const remote = new Remote(
  "remote",
  {
    size: 1,
    of: thing.id,
    thing,
    secret: pulumi.secret("s"),
    nested: { secret: pulumi.secret("s"), list: [thing.id] },
    nothing: null,
  },
  { version: "1.2.3", protect: true },
);
new Remote("provided", {}, { providers: [virginia] });
new Remote("own-provider", {}, { provider: new Provider("components", "own", { setting: "x" }) });
new Remote("nested", {}, { parent: remote, dependsOn: [thing], aliases: [{ name: "before" }] });
new pulumi.CustomResource("testpkg:index:Thing", "user", { vpc: remote.vpcId, urn: remote.urn });
new pulumi.CustomResource("testpkg:index:Thing", "after", {}, { dependsOn: remote });
new pulumi.CustomResource("testpkg:index:Thing", "child", {}, { parent: remote });
exports.vpcId = remote.vpcId;
exports.urn = remote.urn;
exports.remote = remote;

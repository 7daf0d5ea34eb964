const pulumi = require("@pulumi/pulumi");

class Remote extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("testpkg:index:Remote", name, { vpcId: undefined, ...args }, opts, true);
  }
}
class Provider extends pulumi.ProviderResource {
  constructor(pkg, name, props) {
    super(pkg, name, props);
  }
}

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
const remote = new Remote("remote", { size: 1, of: thing.id, secret: pulumi.secret("s") }, { version: "1.2.3", protect: true });
new Remote("provided", {}, { providers: [new Provider("testpkg", "own", {}), new Provider("aws", "virginia", { region: "us-east-1" })] });
new Remote("nested", {}, { parent: remote, dependsOn: [thing], aliases: [{ name: "before" }] });
new pulumi.CustomResource("testpkg:index:Thing", "user", { vpc: remote.vpcId, urn: remote.urn });
new pulumi.CustomResource("testpkg:index:Thing", "after", {}, { dependsOn: remote });
exports.vpcId = remote.vpcId;
exports.urn = remote.urn;

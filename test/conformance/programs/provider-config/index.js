const pulumi = require("@pulumi/pulumi");

class Provider extends pulumi.ProviderResource {}

const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
const provider = new Provider("aws", "aws", {
  region: "eu-west-1",
  token: pulumi.secret("hidden"),
  defaultTags: pulumi.output({ tags: { owner: "platform" } }).apply(JSON.stringify),
  skip: pulumi.output(true).apply(JSON.stringify),
});
const unknown = new Provider("aws", "unknown-region", { region: thing.id });
const secretRegion = new Provider("aws", "secret-region", { region: pulumi.secret("eu-west-1") });
new pulumi.CustomResource("aws:s3/bucket:Bucket", "bucket", {}, { provider });
new pulumi.CustomResource("aws:s3/bucket:Bucket", "unknown", {}, { provider: unknown });
new pulumi.CustomResource("aws:s3/bucket:Bucket", "secret", {}, { provider: secretRegion });
new Provider(
  "aws",
  "child",
  { region: "us-east-1" },
  { parent: provider, protect: true, aliases: [{ name: "before" }], dependsOn: thing },
);

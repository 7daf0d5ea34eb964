const pulumi = require("@pulumi/pulumi");

class Provider extends pulumi.ProviderResource {}
class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}
const bucket = (name, opts, args = {}) => new pulumi.CustomResource("aws:s3/bucket:Bucket", name, args, opts);

const virginia = new Provider("aws", "virginia", { region: "us-east-1" });
const ireland = new Provider("aws", "ireland", { region: "eu-west-1" }, { version: "7.48.0" });
const other = new Provider("testpkg", "other", { setting: "x" });

bucket("direct", { provider: virginia });
bucket("own-region", { provider: virginia }, { region: "eu-central-1" });

const byList = new Component("by-list", { providers: [ireland, other] });
bucket("child-of-list", { parent: byList });
const byMap = new Component("by-map", { providers: { aws: ireland, testpkg: other } });
bucket("child-of-map", { parent: byMap });
new pulumi.CustomResource("testpkg:index:Thing", "thing-of-map", {}, { parent: byMap });
const nested = new Component("nested", { parent: byMap });
bucket("grandchild", { parent: nested });
bucket("grandchild-override", { parent: nested, provider: virginia });
const byProvider = new Component("by-provider", { provider: virginia });
const parent = bucket("child-of-provider", { parent: byProvider });
bucket("child-of-bucket", { parent });
new pulumi.CustomResource(
  "aws:cloudfront/originAccessControl:OriginAccessControl",
  "global",
  {},
  { parent: byProvider },
);

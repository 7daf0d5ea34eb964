const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("aws:s3/bucket:Bucket", "plain", {});
new pulumi.CustomResource("aws:s3/bucket:Bucket", "versioned", {}, { version: "7.48.0" });
new pulumi.CustomResource("aws:s3/bucket:Bucket", "region", { region: "us-east-1" });
new pulumi.CustomResource("aws:iam/role:Role", "role", { name: "r" });
new pulumi.CustomResource("testpkg:index:Thing", "thing", {}, { version: "1.2.3-beta.1+build" });
new pulumi.CustomResource(
  "testpkg:index:Thing",
  "downloaded",
  {},
  { pluginDownloadURL: "https://example.com/plugins" },
);

const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const virginia = new aws.Provider("virginia", { region: "us-east-1", defaultTags: { tags: { owner: "platform" } } });
const bucket = new aws.s3.Bucket("site", { tags: { name: "site" } });
new aws.s3.BucketPublicAccessBlock("site", { bucket: bucket.id, blockPublicAcls: true });
const certificate = new aws.acm.Certificate(
  "site",
  { domainName: "example.com", validationMethod: "DNS" },
  { provider: virginia },
);
const role = new aws.iam.Role("role", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
new aws.iam.RolePolicy("inline", {
  role,
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate`${bucket.arn}/*` }],
  },
});
new aws.ssm.Parameter("secret", { type: "SecureString", value: pulumi.secret("s") });
new aws.rds.Instance("database", { instanceClass: "db.t4g.micro", password: "p", skipFinalSnapshot: true });

exports.caller = aws.getCallerIdentityOutput().accountId;
exports.region = aws.getRegionOutput({}, { provider: virginia }).name;
exports.arn = bucket.arn;
exports.certificate = certificate.arn;

const pulumi = require("@pulumi/pulumi");

const echo = "testpkg:index:echo";
const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", { size: 1 });

const plain = pulumi.runtime.invoke(echo, { a: 1, nested: { list: ["x"] } });
const known = pulumi.runtime.invokeOutput(echo, { a: 1 });
const unknown = pulumi.runtime.invokeOutput(echo, { id: thing.id, a: 1 });
const secret = pulumi.runtime.invokeOutput(echo, { a: pulumi.secret("s"), b: 2 });
const dependent = pulumi.runtime.invokeOutput(echo, { a: 1 }, { dependsOn: [thing] });
const table = pulumi.runtime.invokeOutput("testpkg:index:fromTable", {});
const plainOfInput = pulumi.runtime.invokeOutput(echo, { size: thing.size });

exports.plain = plain;
exports.known = known;
exports.unknown = unknown;
exports.secret = secret;
exports.dependent = dependent;
exports.table = table;
exports.plainOfInput = plainOfInput;
new pulumi.CustomResource("testpkg:index:Thing", "user", {
  plain: plain.then((result) => result.a),
  known: known.apply((result) => result.a),
  unknown: unknown.apply((result) => result.a),
  secret: secret.apply((result) => result.b),
  dependent: dependent.apply((result) => result.a),
});

const pulumi = require("@pulumi/pulumi");

module.exports = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const thing = new pulumi.CustomResource("testpkg:index:Thing", "thing", {});
  return { id: thing.id, fixed: "value", nested: { promise: Promise.resolve(1) } };
};

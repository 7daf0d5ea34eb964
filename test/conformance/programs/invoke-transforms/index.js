const pulumi = require("@pulumi/pulumi");

pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
  token === "testpkg:index:echo" ? { args: { ...args, added: true }, opts } : undefined,
);
pulumi.runtime.registerInvokeTransform(() => undefined);

exports.plain = pulumi.runtime.invoke("testpkg:index:echo", { a: 1 });
exports.output = pulumi.runtime.invokeOutput("testpkg:index:echo", { a: 2 });

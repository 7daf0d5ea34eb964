const pulumi = require("@pulumi/pulumi");
const { Parameterization, RegisterPackageRequest } = require("@pulumi/pulumi/proto/resource_pb");

const parameterization = new Parameterization();
parameterization.setName("tls");
parameterization.setVersion("4.0.0");
parameterization.setValue(Buffer.from("{}"));
const request = new RegisterPackageRequest();
request.setName("testpkg");
request.setVersion("1.0.0");
request.setParameterization(parameterization);
const reference = new Promise((resolve, reject) =>
  pulumi.runtime
    .getMonitor()
    .registerPackage(request, (error, answer) => (error ? reject(error) : resolve(answer.getRef()))),
);

new pulumi.CustomResource("tls:index:Key", "key", { algorithm: "RSA" }, {}, false, reference);

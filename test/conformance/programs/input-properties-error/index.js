const pulumi = require("@pulumi/pulumi");

class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("my:index:Component", name);
    throw new pulumi.InputPropertiesError({
      message: "2 invalid arguments",
      errors: [
        { propertyPath: "domain.name", reason: "must be a host name" },
        { propertyPath: "size", reason: "must be positive" },
      ],
    });
  }
}

new Component("invalid");

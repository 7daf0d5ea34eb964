const pulumi = require("@pulumi/pulumi");

function nameOf(settings) {
  return settings.name.toUpperCase();
}

new pulumi.CustomResource("testpkg:index:Thing", nameOf({}), {});

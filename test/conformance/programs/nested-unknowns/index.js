const pulumi = require("@pulumi/pulumi");

const a = new pulumi.CustomResource("testpkg:index:Thing", "a", {});
const b = new pulumi.CustomResource("testpkg:index:Thing", "b", { size: 2 });

new pulumi.CustomResource("testpkg:index:Thing", "user", {
  text: pulumi.interpolate`a ${a.id} z`,
  list: ["known", a.id, pulumi.interpolate`${b.id}`],
  object: { known: 1, unknown: a.id, deeper: { unknown: b.id, known: true } },
  listOfObjects: [
    { id: a.id, name: "a" },
    { id: b.id, name: "b" },
  ],
  all: pulumi.all([a.id, "known"]),
  allObject: pulumi.all({ id: a.id, name: "known" }),
  json: pulumi.jsonStringify({ Resource: a.id, Version: "1" }),
  lifted: pulumi.all({ id: a.id, name: "known" }).apply((value) => value.name),
  chained: a.id.apply((id) => b.id.apply((other) => `${id}${other}`)),
  outputList: pulumi.output([a.id, "known"]),
  outputObject: pulumi.output({ id: a.id, name: "known" }),
  secretUnknown: pulumi.secret(a.id),
  secretWithUnknown: pulumi.secret({ id: a.id, name: "known" }),
});

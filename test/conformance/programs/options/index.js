const pulumi = require("@pulumi/pulumi");

const thing = (name, opts, args = { size: 1 }) => new pulumi.CustomResource("testpkg:index:Thing", name, args, opts);

const base = thing("base");
thing("protected", { protect: true });
thing("retained", { retainOnDelete: true });
thing("ignored", { ignoreChanges: ["size", "tags.owner", "list[0]"] });
thing("replaced", { replaceOnChanges: ["size", "*"] });
thing("deleted-first", { deleteBeforeReplace: true });
thing("created-first", { deleteBeforeReplace: false });
thing("with-base", { deletedWith: base });
thing("timed", { customTimeouts: { create: "10m", update: "1h30m", delete: "45s" } });
thing("secretive", { additionalSecretOutputs: ["password", "token"] });
thing("quiet", { hideDiffs: ["size"] });
thing("replaced-with", { replaceWith: [base] });
thing("all", {
  protect: true,
  retainOnDelete: true,
  ignoreChanges: ["size"],
  replaceOnChanges: ["size"],
  deleteBeforeReplace: true,
  deletedWith: base,
  customTimeouts: { create: "5m" },
  additionalSecretOutputs: ["password"],
  dependsOn: [base],
});

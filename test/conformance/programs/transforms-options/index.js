const pulumi = require("@pulumi/pulumi");

class Provider extends pulumi.ProviderResource {
  constructor(name, props) {
    super("testpkg", name, props);
  }
}
class Component extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("my:index:Component", name, {}, opts);
  }
}
const thing = (name, opts, args = {}) => new pulumi.CustomResource("testpkg:index:Thing", name, args, opts);

const provider = new Provider("special", { setting: "x" });
const base = thing("base");
const see = (args) => ({
  props: {
    ...args.props,
    seen: Object.keys(args.opts).sort().join(),
    custom: args.custom,
    type: args.type,
    name: args.name,
  },
  opts: args.opts,
});
thing("sees", {
  transforms: [see],
  protect: true,
  ignoreChanges: ["a"],
  replaceOnChanges: ["b"],
  deleteBeforeReplace: true,
  retainOnDelete: true,
  additionalSecretOutputs: ["c"],
  customTimeouts: { delete: "1h" },
  version: "1.0.0",
  pluginDownloadURL: "https://example.com",
  deletedWith: base,
  dependsOn: [base],
  aliases: [{ name: "n" }, "urn:pulumi:dev::conformance::testpkg:index:Thing::u"],
  hideDiffs: ["d"],
  replaceWith: [base],
});
const change = (opts) => ({ transforms: [(args) => ({ props: args.props, opts: { ...args.opts, ...opts } })] });
thing("to-provider", change({ provider }));
thing("to-version", change({ version: "2.0.0" }));
thing("to-deleted-with", change({ deletedWith: base }));
thing(
  "to-replace",
  change({ replaceOnChanges: ["x"], deleteBeforeReplace: true, hideDiffs: ["y"], replaceWith: [base] }),
);
thing("to-secret", change({ additionalSecretOutputs: ["x"] }));
thing("unprotected", { protect: true, ...change({ protect: false }) });
thing("no-aliases", { aliases: [{ name: "gone" }], ...change({ aliases: [] }) });
const component = new Component("component", change({ protect: true, providers: { testpkg: provider } }));
thing("child", { parent: component });
thing("reshaped", { transforms: [() => ({ props: { replaced: true }, opts: {} })], protect: true }, { original: true });

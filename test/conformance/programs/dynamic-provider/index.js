const pulumi = require("@pulumi/pulumi");

const provider = {
  async create(inputs) {
    return { id: "dynamic-1", outs: inputs };
  },
};
class Dynamic extends pulumi.dynamic.Resource {
  constructor(name, props, opts) {
    super(provider, name, { computed: undefined, ...props }, opts);
  }
}

const dynamic = new Dynamic("dynamic", { size: 1 });
exports.size = dynamic.size;
exports.computed = dynamic.computed;

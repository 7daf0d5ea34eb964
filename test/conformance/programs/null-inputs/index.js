const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("testpkg:index:Thing", "thing", {
  nothing: null,
  absent: undefined,
  nested: { nothing: null, absent: undefined, kept: 1 },
  list: [null, undefined, 1],
  outputOfNull: pulumi.output(null),
  outputOfUndefined: pulumi.output(undefined),
  zero: 0,
  no: false,
  empty: "",
  emptyList: [],
  emptyObject: {},
  negative: -1.5,
  large: 9007199254740991,
  unicode: "héllo – 你好 😀",
  multiline: "a\nb\tc",
  "odd key.with[chars]": 1,
  __defaults: ["x"],
});
new pulumi.CustomResource("testpkg:index:Thing", "no-args");

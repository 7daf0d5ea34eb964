// Every "violation" of this pack is a description of what the policy was shown.

const { PolicyPack } = require("@pulumi/policy");

/** Policies throw when they touch an unknown value during a preview: each property is looked at by itself. */
function describe(value) {
  try {
    if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => describe(value[index]));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.keys(value).map((key) => {
      try {
        return [key, describe(value[key])];
      } catch (error) {
        return [key, error.name];
      }
    });
    return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
  } catch (error) {
    return error.name;
  }
}

new PolicyPack("policy-probe", {
  policies: [
    {
      name: "resource",
      description: "What is shown of a resource before it is created",
      enforcementLevel: "advisory",
      validateResource: ({ type, name, urn, props, opts, provider }, report) => {
        report(
          JSON.stringify({
            type,
            name,
            urn,
            props: describe(props),
            opts: describe(opts),
            provider: describe(provider),
          }),
        );
      },
    },
    {
      name: "stack",
      description: "What is shown of all resources together",
      enforcementLevel: "advisory",
      validateStack: ({ resources }, report) => {
        for (const {
          type,
          name,
          urn,
          props,
          opts,
          provider,
          parent,
          dependencies,
          propertyDependencies,
        } of resources) {
          const links = {
            parent: parent?.urn,
            dependencies: dependencies.map((dependency) => dependency.urn).sort(),
            propertyDependencies: Object.fromEntries(
              Object.entries(propertyDependencies)
                .filter(([, on]) => on.length > 0)
                .map(([key, on]) => [key, on.map((dependency) => dependency.urn).sort()]),
            ),
          };
          report(
            JSON.stringify({
              type,
              name,
              urn,
              props: describe(props),
              opts: describe(opts),
              provider: describe(provider),
              ...links,
            }),
            urn,
          );
        }
      },
    },
    {
      name: "unknown",
      description: "What becomes of a mandatory policy that touches an unknown value",
      enforcementLevel: "mandatory",
      validateResource: ({ props }) => {
        // In order: which unknown property is met first decides the verdict's text.
        for (const key of Object.keys(props).sort()) JSON.stringify(props[key]);
      },
    },
  ],
});

import type { Property } from "../../aws/reading";

export const providerType = "pulumi:providers:aws";

/** Providers carry everything that is not text as JSON. */
export function inputOf(provider: Property, name: string): Property {
  const input = provider.at(name);
  return input.parseJson() ?? input;
}

// Names in Terraform and in Pulumi.

import types from "./types.json";

const tokens: Readonly<Record<string, string>> = types.tokens;
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = types.renamed;
const terraformTypes = new Map(Object.entries(tokens).map(([type, token]) => [token, type]));

export function tokenOf(terraformType: string): string | undefined {
  return tokens[terraformType];
}

export function terraformTypeOf(token: string): string | undefined {
  return terraformTypes.get(token);
}

/** The argument's name in Pulumi, of those that the type has: `origin` is `origins` there, a list. */
export function pulumiName(terraformType: string, name: string, has: (name: string) => boolean): string | undefined {
  const camel = name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
  const plurals = [`${camel}s`, `${camel}es`, camel.replace(/y$/, "ies")];
  return [renamed[terraformType]?.[name] ?? camel, ...plurals].find(has);
}

/** The argument's name in Terraform; blocks that repeat are named in the singular. */
export function terraformName(terraformType: string, name: string, repeats: boolean): string {
  for (const [theirs, ours] of Object.entries(renamed[terraformType] ?? {})) if (ours === name) return theirs;
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return repeats ? singular(snake) : snake;
}

function singular(name: string): string {
  if (/ies$/.test(name)) return name.replace(/ies$/, "y");
  if (/(alias|ss|x|ch|sh)es$/.test(name)) return name.replace(/es$/, "");
  return /ss$/.test(name) ? name : name.replace(/s$/, "");
}

// Reads type tokens from the installed @pulumi/aws, as text: loading the package would take a second and teach nothing more.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface SdkType {
  readonly token: string;
  readonly aliases: readonly string[];
  readonly takesRegion: boolean;
}

const header = "// Generated from @pulumi/aws by `node policy/generate/main.cjs`. Do not edit.\n";

function readSdkTypes(sdkDirectory: string): SdkType[] {
  const files = readdirSync(sdkDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "types")
    .flatMap((entry) =>
      readdirSync(path.join(sdkDirectory, entry.name)).map((file) => path.join(sdkDirectory, entry.name, file)),
    )
    .filter((file) => file.endsWith(".js"));
  return files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const token = /__pulumiType = '([^']+)'/.exec(source)?.[1];
    if (token === undefined) return [];
    const aliasList = /aliasOpts = \{ aliases: \[([^\]]*)\]/.exec(source)?.[1] ?? "";
    const aliases = [...aliasList.matchAll(/type: "([^"]+)"/g)].flatMap((match) => match[1] ?? []);
    return [{ token, aliases, takesRegion: /resourceInputs\["region"\] = args/.test(source) }];
  });
}

/** Tokens that the SDK gives to one AWS resource without calling them aliases: the `alb` module and the `…V2` classes. */
function sameResource(token: string): string[] {
  const balancer = token.replace(/^aws:alb\//, "aws:lb/");
  const bucket = token.startsWith("aws:s3/") ? token.replace(/V2\b/g, "") : token;
  return [balancer, bucket].filter((other) => other !== token);
}

function groupTwins(types: readonly SdkType[]): string[][] {
  const groups = new Map<string, Set<string>>();
  const merge = (a: string, b: string) => {
    const merged = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])]);
    for (const token of merged) groups.set(token, merged);
  };
  const known = new Set(types.map((type) => type.token));
  for (const type of types) {
    for (const alias of type.aliases) merge(type.token, alias);
    for (const other of sameResource(type.token)) if (known.has(other)) merge(type.token, other);
  }
  return [...new Set(groups.values())]
    .map((group) => [...group].sort())
    .filter((group) => group.length > 1)
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function literal(name: string, doc: string, type: string, value: unknown): string {
  return `${header}\n/** ${doc} */\nexport const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;
}

/** File name to content, for `policy/aws/`. */
export function generateTypeTables(sdkDirectory: string): Record<string, string> {
  const types = readSdkTypes(sdkDirectory);
  const regionless = types
    .filter((type) => !type.takesRegion)
    .map((type) => type.token)
    .sort();
  return {
    "type-twins.generated.ts": literal(
      "twinGroups",
      "Type tokens that stand for the same AWS resource.",
      "readonly (readonly string[])[]",
      groupTwins(types),
    ),
    "regionless-types.generated.ts": literal(
      "regionlessTypes",
      "Resource types that take no `region`: AWS runs them globally.",
      "readonly string[]",
      regionless,
    ),
  };
}

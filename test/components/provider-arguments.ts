import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const provider = dirname(require.resolve("@pulumi/aws/package.json"));

/** Whether a type of the AWS provider, such as `aws:s3/bucket:Bucket`, takes an argument of this name: as its declarations say. */
export function takes(type: string, argument: string): boolean {
  const [, modulePath, className] = type.split(":");
  const declarations = readFileSync(join(provider, `${modulePath}.d.ts`), "utf8");
  const args = declarations.slice(declarations.indexOf(`export interface ${className}Args `));
  return new RegExp(`^    ${argument}\\??: `, "m").test(args);
}

// Which resource types take a `region` of their own, read from the AWS SDK's compiled classes when a type is first seen.
// On purpose not the table that the offline preview uses: the two are compared with each other.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const sdkRoot = path.dirname(require.resolve("@pulumi/aws/package.json"));
const known = new Map<string, boolean>();

/** The file of a type token's class: `aws:s3/bucket:Bucket` is in `s3/bucket.js`, with another case for a few names such as `dms/s3endpoint.js`. */
function classFile(type: string): string | undefined {
  const [, member = ""] = type.split(":");
  const [module = "", name = ""] = member.split("/");
  const dir = module === "index" ? sdkRoot : path.join(sdkRoot, module);
  if (!existsSync(dir)) return undefined;
  const wanted = [`${name}.js`, `${name}_.js`].map((file) => file.toLowerCase());
  const candidates = readdirSync(dir).filter((file) => wanted.includes(file.toLowerCase()));
  return candidates
    .map((file) => path.join(dir, file))
    .find((file) => readFileSync(file, "utf8").includes(`'${type}'`));
}

export function takesRegion(type: string): boolean {
  let answer = known.get(type);
  if (answer === undefined) {
    const file = classFile(type);
    answer = file !== undefined && /resourceInputs\["region"\] = args\?\.region/.test(readFileSync(file, "utf8"));
    known.set(type, answer);
  }
  return answer;
}

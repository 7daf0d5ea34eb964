import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import type { FrontDoorScope } from "../scope";

/** Something behaviors refer to by an ARN or id: a function, a store, a group of keys. Made once, however often it is used. */
export interface Part {
  /** Names its children. Absent where it was made elsewhere. */
  readonly name: string | undefined;
  /** What is wrong with it, with `path` in front of each argument's name. */
  check(path: string, quotas: Quotas): Problem[];
  /** Creates it. Returns what refers to it. */
  bind(scope: PartScope): pulumi.Output<string>;
}

export interface PartScope extends FrontDoorScope {
  bindPart(part: Part): pulumi.Output<string>;
}

/** A scope that makes each part once. */
export function partScope(scope: FrontDoorScope): PartScope {
  const bound = new Map<Part, pulumi.Output<string>>();
  const whole: PartScope = {
    ...scope,
    bindPart: (part) => {
      const present = bound.get(part) ?? part.bind(whole);
      bound.set(part, present);
      return present;
    },
  };
  return whole;
}

/** The ARN of a part made elsewhere. */
export function checkArn(
  path: string,
  arn: pulumi.Input<string> | undefined,
  pattern: RegExp,
  what: string,
): Problem[] {
  return arn === undefined || (typeof arn === "string" && !pattern.test(arn))
    ? [{ path, must: `be the ARN of ${what}`, got: arn }]
    : [];
}

const NAME_CHARACTERS = 16;

/** Names of parts and routes: they end up in names of children. */
export function checkPartName(path: string, name: string | undefined, characters = NAME_CHARACTERS): Problem[] {
  if (typeof name === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= characters) {
    return [];
  }
  return [
    {
      path,
      must: `be at most ${characters} lower-case letters, digits and single hyphens, starting with a letter`,
      got: name,
      use: '"api"',
    },
  ];
}

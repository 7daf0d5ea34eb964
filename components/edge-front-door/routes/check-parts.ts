import type { Problem } from "../../errors";
import type { RouteArgs } from "../args";
import { functionsOf } from "./behavior";
import type { BehaviorArgs } from "./behavior-args";
import type { KeyGroup } from "./key-group";
import type { KeyValueStore } from "./key-value-store";
import type { Part } from "./part";
import { routingFunction, type WebsiteRouting } from "./website-routing";

/** Where functions, stores and groups of keys are used. */
export interface PartUses {
  /** The argument that the others belong to; empty for the front door's own. */
  readonly path: string;
  readonly behavior?: BehaviorArgs;
  readonly routes?: readonly RouteArgs[];
  readonly websiteRouting?: WebsiteRouting;
  readonly keyValueStore?: KeyValueStore;
}

/** A part where it is used. */
interface Use<P extends Part> {
  readonly path: string;
  readonly part: P;
}

/** What children are named after, and the argument that says so. */
interface Name {
  readonly name: string | undefined;
  readonly path: string;
  readonly part: Part;
}

/** Two parts of one kind with one name would make children with one name. */
export function checkParts(uses: readonly PartUses[]): Problem[] {
  const at = (path: string, argument: string): string => (path === "" ? argument : `${path}.${argument}`);
  const behaviors = uses.flatMap(({ path, behavior, routes }) => [
    { path: at(path, "behavior"), args: behavior ?? {} },
    ...(routes ?? []).map((args, index) => ({ path: at(path, `routes[${index}]`), args })),
  ]);
  const functions = behaviors.flatMap(({ path, args }) =>
    functionsOf(args.functions ?? {}).flatMap(({ event, code }) => use(`${path}.functions.${event}`, code)),
  );
  const routing = uses.flatMap(({ path, websiteRouting }) =>
    use(at(path, "websiteRouting"), routingFunction(websiteRouting)),
  );
  const stores = [
    ...functions.flatMap(({ path, part }) => use(`${path}.keyValueStore`, part.keyValueStore)),
    ...uses.flatMap(({ path, keyValueStore }) => use(`${path}.keyValueStore`, keyValueStore)),
  ];
  const groups = behaviors.flatMap(({ path, args }) =>
    (args.trustedKeyGroups ?? []).flatMap((group, index) => use(`${path}.trustedKeyGroups[${index}]`, group)),
  );
  return [
    ...checkDistinct([...functions.map(nameOf), ...routing.map(({ path, part }) => ({ path, part, name: part.name }))]),
    ...checkDistinct(stores.map(nameOf)),
    ...checkDistinct(groups.map(nameOf)),
    ...checkDistinct(groups.flatMap(namesOfKeys)),
  ];
}

/** Nothing where there is no part, and for what is none: that is a problem of its own. */
function use<P extends Part>(path: string, part: P | undefined): Use<P>[] {
  return typeof part?.check === "function" ? [{ path, part }] : [];
}

function nameOf({ path, part }: Use<Part>): Name {
  return { name: part.name, path: `${path}.name`, part };
}

/** Keys are named after group and key: `a` with `b-c` is `a-b` with `c`. */
function namesOfKeys({ path, part }: Use<KeyGroup>): Name[] {
  return part.keyNames.map((key) => ({ name: `${part.name}-${key}`, path: `${path}.publicKeys.${key}`, part }));
}

function checkDistinct(names: readonly Name[]): Problem[] {
  const first = new Map<string, Name>();
  const problems: Problem[] = [];
  for (const each of names) {
    const { name, path, part } = each;
    if (name === undefined) {
      continue;
    }
    const present = first.get(name);
    if (present === undefined) {
      first.set(name, each);
    } else if (present.part !== part) {
      problems.push({ path: `${present.path} and ${path}`, must: "differ, or be the same object", got: name });
    }
  }
  return problems;
}

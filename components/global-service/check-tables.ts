import { checkMember } from "../argument-checks";
import type { Problem } from "../errors";
import { type GlobalTableArgs, type KeyAttribute, KeyType } from "./global-service-args";

const NAME_CHARACTERS = 24;
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const ATTRIBUTE_CHARACTERS = 255;

export function checkTables(path: string, tables: Readonly<Record<string, GlobalTableArgs>>): Problem[] {
  return Object.entries(tables).flatMap(([name, table]) => [
    ...checkName(`${path}.${name}`, name),
    ...checkTable(`${path}.${name}`, table ?? {}),
  ]);
}

function checkName(path: string, name: string): Problem[] {
  return name.length <= NAME_CHARACTERS && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)
    ? []
    : [
        {
          path,
          must: `have a name of at most ${NAME_CHARACTERS} lower-case letters, digits and single hyphens`,
          got: name,
        },
      ];
}

function checkTable(path: string, { partitionKey, sortKey, ttlAttribute }: Partial<GlobalTableArgs>): Problem[] {
  const problems = [
    ...checkKey(`${path}.partitionKey`, partitionKey ?? {}),
    ...(sortKey === undefined ? [] : checkKey(`${path}.sortKey`, sortKey)),
  ];
  const keys = [partitionKey?.name, sortKey?.name].filter((key) => key !== undefined);
  if (new Set(keys).size < keys.length) {
    problems.push({ path: `${path}.partitionKey.name and ${path}.sortKey.name`, must: "differ", got: keys[0] });
  }
  if (ttlAttribute !== undefined && (!isAttribute(ttlAttribute) || keys.includes(ttlAttribute))) {
    problems.push({ path: `${path}.ttlAttribute`, must: "be an attribute's name and no key", got: ttlAttribute });
  }
  return problems;
}

function checkKey(path: string, { name, type }: Partial<KeyAttribute>): Problem[] {
  return [
    ...(isAttribute(name)
      ? []
      : [{ path: `${path}.name`, must: `have 1 to ${ATTRIBUTE_CHARACTERS} characters`, got: name }]),
    ...checkMember(`${path}.type`, type, KeyType),
  ];
}

function isAttribute(name: string | undefined): boolean {
  return name !== undefined && name.length >= 1 && name.length <= ATTRIBUTE_CHARACTERS;
}

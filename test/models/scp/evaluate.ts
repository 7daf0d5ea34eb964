// What AWS Organizations makes of a service control policy that only denies: whether a request is refused. Anything in the policy that
// is not modelled here throws, so that no test passes because something was overlooked.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

export interface ScpRequest {
  /** `sqs:CreateQueue` */
  readonly action: string;
  /** The Region that the request is sent to. */
  readonly region: string;
  /** ARN of the role that sends it. */
  readonly principal?: string;
}

type Fields = Record<string, unknown>;

export function isDenied(policy: object, request: ScpRequest): boolean {
  const { Version, Statement, ...rest } = fieldsOf(policy);
  if (Version !== "2012-10-17" || Object.keys(rest).length > 0) throw new Error("not a policy that is modelled");
  return listOf(Statement).some((statement) => denies(fieldsOf(statement), request));
}

function denies(
  { Sid, Effect, Action, NotAction, Resource, Condition, ...rest }: Fields,
  request: ScpRequest,
): boolean {
  if (Effect !== "Deny" || Resource !== "*" || Object.keys(rest).length > 0) throw new Error(`${Sid}: is not modelled`);
  if ((Action === undefined) === (NotAction === undefined)) throw new Error(`${Sid}: needs Action or NotAction`);
  const isNamed = listOf(Action ?? NotAction).some((pattern) =>
    matches(String(pattern).toLowerCase(), request.action.toLowerCase()),
  );
  return (
    isNamed === (Action !== undefined) &&
    Object.entries(fieldsOf(Condition ?? {})).every((test) => holds(test, request))
  );
}

/** All keys of an operator have to hold. Of values, one is enough, and none may match where the operator says no. */
function holds([operator, keys]: [string, unknown], request: ScpRequest): boolean {
  return Object.entries(fieldsOf(keys)).every(([key, values]) => {
    const patterns = listOf(values).map(String);
    switch (`${operator} ${key.toLowerCase()}`) {
      case "StringNotEquals aws:requestedregion":
        return !patterns.includes(request.region);
      case "StringEquals aws:requestedregion":
        return patterns.includes(request.region);
      case "ArnNotLike aws:principalarn":
        return !patterns.some((pattern) => matches(pattern, request.principal ?? ""));
      default:
        throw new Error(`${operator} ${key}: is not modelled`);
    }
  });
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "s").test(text);
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not an object");
  return Object.fromEntries(Object.entries(value));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

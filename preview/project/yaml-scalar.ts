// How the Pulumi CLI reads an unquoted YAML scalar. It uses go-yaml v3, which is neither YAML 1.1 nor 1.2: `0o17`, `017` and
// `0b11` are integers, `1_000` is one thousand, `yes` and `on` are strings, and a date becomes Go's own spelling of a time.
// Source: gopkg.in/yaml.v3 resolve.go; every row of the test table was produced by the real CLI.

/** A scalar with the type go-yaml gives it. */
export type Scalar =
  | { kind: "null" }
  | { kind: "bool"; value: boolean }
  | { kind: "int"; value: bigint }
  | { kind: "float"; value: number }
  | { kind: "timestamp"; text: string }
  | { kind: "string"; value: string };

const TRUE = new Set(["true", "True", "TRUE"]);
const FALSE = new Set(["false", "False", "FALSE"]);
const NULL = new Set(["", "~", "null", "Null", "NULL"]);
const INFINITE = /^[-+]?\.(inf|Inf|INF)$/;
const NOT_A_NUMBER = new Set([".nan", ".NaN", ".NAN"]);
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const LEADING_DOT_FLOAT = /^\.[0-9]+([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?(Z|[-+]\d{2}:\d{2})?)?$/;

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

/** Resolves an unquoted, untagged scalar. */
export function resolvePlain(text: string): Scalar {
  if (NULL.has(text)) return { kind: "null" };
  if (TRUE.has(text)) return { kind: "bool", value: true };
  if (FALSE.has(text)) return { kind: "bool", value: false };
  if (INFINITE.test(text)) return { kind: "float", value: text.startsWith("-") ? -Infinity : Infinity };
  if (NOT_A_NUMBER.has(text)) return { kind: "float", value: Number.NaN };
  const first = text.charCodeAt(0);
  const startsLikeNumber = (first >= 48 && first <= 57) || text[0] === "+" || text[0] === "-";
  if (startsLikeNumber) return resolveTimestamp(text) ?? resolveNumber(text) ?? { kind: "string", value: text };
  if (LEADING_DOT_FLOAT.test(text)) return floatOrString(text, text);
  return { kind: "string", value: text };
}

/** Resolves a scalar with an explicit tag; undefined when the text does not fit the tag. A tag we do not know means a string. */
export function resolveTagged(tag: string, text: string): Scalar | undefined {
  switch (tag) {
    case "tag:yaml.org,2002:int": {
      const scalar = resolveNumber(text);
      return scalar?.kind === "int" ? scalar : undefined;
    }
    case "tag:yaml.org,2002:float": {
      const scalar = resolvePlain(text);
      if (scalar.kind === "int") return { kind: "float", value: Number(scalar.value) };
      return scalar.kind === "float" ? scalar : undefined;
    }
    case "tag:yaml.org,2002:bool": {
      const scalar = resolvePlain(text);
      return scalar.kind === "bool" ? scalar : undefined;
    }
    case "tag:yaml.org,2002:null":
      return NULL.has(text) ? { kind: "null" } : undefined;
    case "tag:yaml.org,2002:timestamp":
      return resolveTimestamp(text);
    case "tag:yaml.org,2002:binary":
      return { kind: "string", value: Buffer.from(text, "base64").toString("utf8") };
    default:
      return { kind: "string", value: text };
  }
}

function resolveNumber(text: string): Scalar | undefined {
  const plain = text.replaceAll("_", "");
  const match = INTEGER.exec(plain);
  if (match) {
    const [, sign = "", digits = ""] = match;
    const magnitude = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
    const value = sign === "-" ? -magnitude : magnitude;
    if (value >= MIN_INT64 && value <= MAX_UINT64) return { kind: "int", value };
  }
  return FLOAT.test(plain) ? floatOrString(plain, text) : undefined;
}

/** Go refuses a number that overflows a float64 and then keeps the text. */
function floatOrString(number: string, text: string): Scalar {
  const value = Number(number);
  return Number.isFinite(value) ? { kind: "float", value } : { kind: "string", value: text };
}

/** The text `fmt.Sprint` gives for a Go time, which is what a program reads: `2024-01-02 00:00:00 +0000 UTC`. */
function resolveTimestamp(text: string): Scalar | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [, year, month, day, separator, hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
  // A zone is read only after `T`, and `T` needs one: go-yaml's four layouts.
  if (separator !== undefined && (separator === " ") !== (zone === undefined)) return undefined;
  if (!isRealTime(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)))
    return undefined;
  const two = (part: string | undefined) => (part ?? "").padStart(2, "0");
  const trimmed = fraction.replace(/0+$/, "");
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${trimmed ? `.${trimmed}` : ""}`;
  const offset = zone === undefined || zone === "Z" ? "+0000" : zone.replace(":", "");
  const zoneName = offset === "+0000" || offset === "-0000" ? "+0000 UTC" : `${offset} ${offset}`;
  return { kind: "timestamp", text: `${year}-${two(month)}-${two(day)} ${clock} ${zoneName}` };
}

function isRealTime(year: number, month: number, day: number, hour: number, minute: number, second: number): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Integers outside int64 travel as float64 once they sit inside an object or a list. */
export function isInt64(value: bigint): boolean {
  return value >= MIN_INT64 && value <= MAX_INT64;
}

/** Go takes both signs that stand for micro. */
const unitSeconds: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  "\u00b5s": 1e-6,
  "\u03bcs": 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

const units = Object.keys(unitSeconds).join("|");
const duration = new RegExp(`^([+-]?)(?:0|((?:(?:\\d+\\.?\\d*|\\.\\d+)(?:${units}))+))$`);
const part = new RegExp(`(\\d+\\.?\\d*|\\.\\d+)(${units})`, "g");

/** Seconds of a Go duration such as `1h30m` or `0.5s` (the form `customTimeouts` takes), or undefined where it is none. */
export function parseDuration(text: string): number | undefined {
  const match = duration.exec(text);
  if (!match) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of (match[2] ?? "").matchAll(part)) {
    seconds += Number(amount) * (unitSeconds[unit ?? ""] ?? 0);
  }
  return match[1] === "-" && seconds !== 0 ? -seconds : seconds;
}

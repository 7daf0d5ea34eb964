/** A config key in full: `namespace:name`. */
export type ConfigKey = `${string}:${string}`;

/**
 * Reads a key as `pulumi config` does: without a namespace it belongs to the project, and the old
 * `namespace:config:name` means `namespace:name`. Undefined when it is neither.
 */
export function parseConfigKey(text: string, projectName: string): ConfigKey | undefined {
  const parts = text.split(":");
  if (parts.length === 1) return `${projectName}:${text}`;
  if (parts.length === 2) return `${parts[0] ?? ""}:${parts[1] ?? ""}`;
  if (parts.length === 3 && parts[1] === "config") return `${parts[0] ?? ""}:${parts[2] ?? ""}`;
  return undefined;
}

export const names: readonly string[] = ["first", "second"] as const;

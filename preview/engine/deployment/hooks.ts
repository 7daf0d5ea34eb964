// Resource hooks. A preview runs only those that ask to be run in one, and the deployed pass runs none: they act on the
// world (notify somebody, call a service), and nothing is deployed.

import type { PropertyMap } from "../../plan/plan";
import type { HookBindings } from "./registration";

export interface HookCall {
  urn: string;
  id: string;
  name: string;
  type: string;
  newInputs: PropertyMap;
}

export interface Hook {
  onDryRun: boolean;
  ignoreErrors: boolean;
  /** @throws Error with what the hook says is wrong. */
  run(call: HookCall): Promise<void>;
}

export class Hooks {
  readonly #hooks = new Map<string, Hook>();

  register(name: string, hook: Hook): void {
    this.#hooks.set(name, hook);
  }

  /** The hooks of a moment (`BeforeCreate`, `AfterCreate`) that a preview runs; undefined where there are none. */
  dryRun(bindings: HookBindings | undefined, moment: string, call: HookCall): Promise<void> | undefined {
    const hooks = (bindings?.[moment] ?? [])
      .flatMap((name) => this.#hooks.get(name) ?? [])
      .filter((hook) => hook.onDryRun);
    if (hooks.length === 0) return undefined;
    return this.#runAll(hooks, call);
  }

  async #runAll(hooks: readonly Hook[], call: HookCall): Promise<void> {
    for (const hook of hooks) {
      await hook.run(call).catch((error: unknown) => {
        if (!hook.ignoreErrors) throw error;
      });
    }
  }
}

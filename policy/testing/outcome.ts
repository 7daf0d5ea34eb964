import type { ReportViolation } from "@pulumi/policy";
import { UnknownValueError } from "@pulumi/policy";
import { NotApplicable, type Reported } from "./arguments";

/** What came of one policy on one resource or stack. */
export interface Outcome {
  readonly reported: readonly Reported[];
  /** The property that the policy needed and a preview does not know; what it would have said after that is lost. */
  readonly undecided: string | undefined;
  /** False where the policy said that it is not about this. */
  readonly applicable: boolean;
}

/** Collects what a policy reports. `end` makes the outcome of it, and of what the policy threw; other errors are thrown on. */
export class Recorder {
  readonly #reported: Reported[] = [];

  readonly report: ReportViolation = (violation: string | Reported, urn?: string) => {
    this.#reported.push(typeof violation === "string" ? { message: violation, urn } : violation);
  };

  end(thrown?: { readonly error: unknown }): Outcome {
    const reported = this.#reported;
    if (thrown === undefined) return { reported, undecided: undefined, applicable: true };
    if (thrown.error instanceof NotApplicable) return { reported, undecided: undefined, applicable: false };
    if (thrown.error instanceof UnknownValueError)
      return { reported, undecided: pathOf(thrown.error), applicable: true };
    throw thrown.error;
  }
}

/** The SDK leaves its error out of its type declarations. */
function pathOf(error: unknown): string {
  const props: unknown = Reflect.get(Object(error), "props");
  return Array.isArray(props) ? props.join(".") : String(error);
}

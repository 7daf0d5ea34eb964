// A statement becomes a function of the request. Everything AWS would refuse is found while it becomes one, whatever the
// requests of a test reach.

import type { Place } from "./inputs";
import type { WebRequest } from "./web-request";
import type { World } from "./world";

/** What the statements of a rule share. */
export interface RuleContext {
  readonly ruleName: string;
  readonly world: World;
  /** Of labels that the web ACL's own rules add: `awswaf:<account>:webacl:<name>:`. */
  readonly labelPrefix: string;
  /** Bytes of a body that CloudFront forwards for inspection. */
  readonly bodyInspectionLimit: number;
}

/** One request at one rule. */
export interface Inspection {
  readonly request: WebRequest;
  /** Labels that earlier rules added: a rule never sees its own. */
  readonly labels: readonly string[];
  /** "AWS WAF adds any labels at the end of a rule's web request evaluation." */
  readonly addLabel: (label: string) => void;
}

export type Matcher = (inspection: Inspection) => boolean;

export type CompileStatement = (statement: Place, context: RuleContext) => Matcher;

// Which controls of which frameworks a rule answers, as data. Ids and their numbers change between versions, so each row carries
// the version and the day it was read.

export interface FrameworkMapping {
  readonly framework: "AWS Security Hub" | "CIS AWS Foundations" | "PCI DSS";
  readonly version: string;
  readonly id: string;
  /**
   * `stricter`: the rule refuses things that the control accepts. `looser`: the control also asks for what the rule does not. `conflict`:
   * what the control asks for is wrong here, and there is no rule for it.
   */
  readonly relation: "equal" | "stricter" | "looser" | "conflict";
  readonly readOn: string;
}

type Relation = FrameworkMapping["relation"];

const readOn = "2026-11-23";

/** https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html */
export function securityHub(id: string, relation: Relation = "equal"): FrameworkMapping {
  return { framework: "AWS Security Hub", version: "FSBP 1.0.0", id, relation, readOn };
}

/** Controls of Security Hub that are not in FSBP, only in its standard for NIST: https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference-nist-800-53.html */
export function securityHubNist(id: string, relation: Relation = "equal"): FrameworkMapping {
  return { framework: "AWS Security Hub", version: "NIST SP 800-53 r5", id, relation, readOn };
}

/** Requirement numbers as Security Hub prints them beside its controls: https://docs.aws.amazon.com/securityhub/latest/userguide/pci-standard.html */
export function pciDss(id: string, relation: Relation = "looser"): FrameworkMapping {
  return { framework: "PCI DSS", version: "4.0.1", id, relation, readOn };
}

/** Version 6 renumbered every section of version 5: https://www.cisecurity.org/benchmark/amazon_web_services */
export function cisFoundations(version: "5.0.0" | "6.0.0", id: string, relation: Relation = "equal"): FrameworkMapping {
  return { framework: "CIS AWS Foundations", version, id, relation, readOn };
}

/** One framework object is all the policy SDK takes, so the rows are joined into it. */
export function joinFrameworks(mappings: readonly FrameworkMapping[]) {
  const [first] = mappings;
  if (first === undefined) return undefined;
  return {
    name: first.framework,
    version: first.version,
    reference: mappings.map((m) => `${m.framework} ${m.version} ${m.id}`).join("; "),
    specification: mappings.map((m) => `${m.id}: ${m.relation}`).join("; "),
  };
}

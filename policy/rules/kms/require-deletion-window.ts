import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** A key that is deleted waits long enough for somebody to notice. */
export const requireDeletionWindow: Rule = {
  name: "kms-deletion-window",
  severity: "medium",
  reason:
    "A deleted key must wait long enough for somebody to notice: after it, nothing that it encrypted can be read again.",
  remediation:
    "Leave deletionWindowInDays out, which makes it 30 days, or set it to what the parameter minimumDays asks for.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  frameworks: [],
  profile: "strict",
  types: [
    "aws:kms/key:Key",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  parameters: {
    minimumDays: { kind: "number", description: "Days that a deleted key waits.", min: 7, max: 30, default: 14 },
  },
  *check({ properties }: Resource, parameters: Parameters) {
    const window = properties.at("deletionWindowInDays");
    const days = window.state === "absent" ? 30 : Number(window.whole);
    const minimum = parameters.number("minimumDays");
    if (window.state === "unknown") yield undecided(window);
    else if (!(days >= minimum)) yield violated(window, "is too short", `set it to ${minimum} or more`);
  },
};

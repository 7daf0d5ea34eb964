import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { secretType } from "./refuse-public-policy";

/** A deleted secret can be brought back for a while. */
export const requireRecoveryWindow: Rule = {
  name: "secretsmanager-recovery-window",
  severity: "medium",
  reason: "A deleted secret must wait before it is gone, so that somebody who notices can still bring it back.",
  remediation: "Leave recoveryWindowInDays out, which makes it 30 days, or set it to 7 or more.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  frameworks: [],
  profile: "baseline",
  types: [secretType],
  *check({ properties }: Resource) {
    const window = properties.at("recoveryWindowInDays");
    if (window.state === "unknown") yield undecided(window);
    else if (window.state === "known" && !(Number(window.whole) >= 7))
      yield violated(window, "is too short", "leave it out, or set it to 7 or more");
  },
};

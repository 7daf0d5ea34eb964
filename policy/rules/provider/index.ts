import type { Rule } from "../../rule";
import { refuseSkippedChecks } from "./refuse-skipped-checks";
import { refuseStaticKeys } from "./refuse-static-keys";
import { requireAllowedAccounts } from "./require-allowed-accounts";
import { requireDefaultTags } from "./require-default-tags";
import { requireRegion } from "./require-region";
import { requireTls } from "./require-tls";

export const providerRules: readonly Rule[] = [
  refuseStaticKeys,
  requireTls,
  refuseSkippedChecks,
  requireAllowedAccounts,
  requireRegion,
  requireDefaultTags,
];

import type { Rule } from "../../rule";
import { refuseGuests } from "./refuse-guests";
import { requireDeletionProtection } from "./require-deletion-protection";
import { requireMfa } from "./require-mfa";
import { requireStrongPasswords } from "./require-strong-passwords";
import { requireThreatProtection } from "./require-threat-protection";
import { requireTokenRevocation } from "./require-token-revocation";
import { requireUserPoolWaf } from "./require-waf";

export const cognitoRules: readonly Rule[] = [
  refuseGuests,
  requireStrongPasswords,
  requireDeletionProtection,
  requireTokenRevocation,
  requireMfa,
  requireThreatProtection,
  requireUserPoolWaf,
];

import type { Rule } from "../../rule";
import { refuseMultiRegion } from "./refuse-multi-region";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireDeletionWindow } from "./require-deletion-window";
import { requireRotation } from "./require-rotation";

export const kmsRules: readonly Rule[] = [
  refusePublicPolicy,
  requireRotation,
  requireDeletionWindow,
  refuseMultiRegion,
];

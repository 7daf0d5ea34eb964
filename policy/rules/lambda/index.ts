import type { Rule } from "../../rule";
import { refuseOpenCors } from "./refuse-open-cors";
import { refusePublicInvoke } from "./refuse-public-invoke";
import { refusePublicLayer } from "./refuse-public-layer";
import { refuseSecretsInEnvironment } from "./refuse-secrets-in-environment";
import { requireCodeSigning } from "./require-code-signing";
import { requireEnvironmentKey } from "./require-environment-key";
import { requireFailureDestination } from "./require-failure-destination";
import { requireSeveralZones } from "./require-several-zones";
import { requireSupportedRuntime } from "./require-supported-runtime";
import { requireTracing } from "./require-tracing";
import { requireUrlAuth } from "./require-url-auth";

export const lambdaRules: readonly Rule[] = [
  refusePublicInvoke,
  refusePublicLayer,
  requireUrlAuth,
  refuseOpenCors,
  refuseSecretsInEnvironment,
  requireSupportedRuntime,
  requireFailureDestination,
  requireSeveralZones,
  requireEnvironmentKey,
  requireCodeSigning,
  requireTracing,
];

import type { Rule } from "../../rule";
import { disableDefaultEndpoint } from "./disable-default-endpoint";
import { pinPrivateApi } from "./pin-private-api";
import { refuseOldTls } from "./refuse-old-tls";
import { requireAccessLog } from "./require-access-log";
import { requireAuthorization } from "./require-authorization";
import { requireCacheEncryption } from "./require-cache-encryption";
import { requireClientCertificate } from "./require-client-certificate";
import { requireCurrentTlsPolicy } from "./require-current-tls-policy";
import { requireExecutionLog } from "./require-execution-log";
import { requireIntegrationHttps } from "./require-integration-https";
import { requireRequestValidation } from "./require-request-validation";
import { requireTracing } from "./require-tracing";
import { requireStageWaf } from "./require-waf";

export const apiGatewayRules: readonly Rule[] = [
  pinPrivateApi,
  requireAuthorization,
  requireIntegrationHttps,
  requireCacheEncryption,
  refuseOldTls,
  requireCurrentTlsPolicy,
  disableDefaultEndpoint,
  requireStageWaf,
  requireAccessLog,
  requireExecutionLog,
  requireClientCertificate,
  requireRequestValidation,
  requireTracing,
];

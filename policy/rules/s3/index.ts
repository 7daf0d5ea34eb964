import type { Rule } from "../../rule";
import { abortUnfinishedUploads } from "./abort-uploads";
import { blockAccessPointPublicAccess } from "./block-access-point-public-access";
import { blockPublicAccess } from "./block-public-access";
import { limitPresignedAge } from "./limit-presigned-age";
import { refuseAcls } from "./refuse-acls";
import { refuseForeignAdministration } from "./refuse-foreign-administration";
import { refuseOaiPrincipal } from "./refuse-oai-principal";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireAccessLogging } from "./require-access-logging";
import { requireCustomerKey } from "./require-customer-key";
import { requireExactCorsOrigin } from "./require-exact-cors-origin";
import { requireLifecycle } from "./require-lifecycle";
import { requireObjectLock } from "./require-object-lock";
import { requireTls } from "./require-tls";
import { requireVersioning } from "./require-versioning";
import { requireVpcAccessPoint } from "./require-vpc-access-point";
import { scopeAccessGrants } from "./scope-access-grants";

export const s3Rules: readonly Rule[] = [
  blockPublicAccess,
  blockAccessPointPublicAccess,
  refusePublicPolicy,
  refuseForeignAdministration,
  refuseAcls,
  refuseOaiPrincipal,
  requireTls,
  requireVpcAccessPoint,
  limitPresignedAge,
  scopeAccessGrants,
  requireExactCorsOrigin,
  requireVersioning,
  requireObjectLock,
  requireCustomerKey,
  requireAccessLogging,
  requireLifecycle,
  abortUnfinishedUploads,
];

import type { Rule } from "../../rule";
import { blockPublicAccess } from "./block-public-access";
import { refuseOaiPrincipal } from "./refuse-oai-principal";
import { requireTls } from "./require-tls";

export const s3Rules: readonly Rule[] = [blockPublicAccess, requireTls, refuseOaiPrincipal];

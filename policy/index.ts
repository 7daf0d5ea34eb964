import { PolicyPack } from "@pulumi/policy";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { takeConfig } from "./configure";
import { decodeOnce } from "./decode-once";
import { packName, policies, rules } from "./pack";
import { passOverOthers } from "./pass-over";

takeConfig(rules, AnalyzerService.configure);
decodeOnce(AnalyzerService);

const served = [...policies];
passOverOthers(served, AnalyzerService.analyze);

new PolicyPack(packName, {
  description: "HTTPS, origin access control and Region residency for AWS programs",
  displayName: "Causeway",
  provider: "aws",
  policies: served,
  enforcementLevel: "mandatory",
});

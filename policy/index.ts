import { PolicyPack } from "@pulumi/policy";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { takeConfig } from "./configure";
import { decodeOnce } from "./decode-once";
import { packName, policies, rules } from "./pack";

takeConfig(rules, AnalyzerService.configure);
decodeOnce(AnalyzerService);

new PolicyPack(packName, {
  description: "HTTPS, origin access control and Region residency for AWS programs",
  displayName: "Causeway",
  provider: "aws",
  policies: [...policies],
  enforcementLevel: "mandatory",
});

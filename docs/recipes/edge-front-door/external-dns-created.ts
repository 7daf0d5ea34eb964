import { EdgeFrontDoor, ExternalDns, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  domain: { name: "www.example.com", externalDns: ExternalDns.RecordsCreated },
});

export const url = site.url; // https://www.example.com
export const aliasRecords = site.aliasRecords; // to create once this is deployed
export const validationRecords = site.validationRecords; // keep them: ACM renews by them

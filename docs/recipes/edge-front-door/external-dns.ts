import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  domain: { name: "www.example.com" },
});

export const url = site.url; // the cloudfront.net name as yet
export const distributionDomainName = site.distributionDomainName; // what www.example.com must point at
export const validationRecords = site.validationRecords;

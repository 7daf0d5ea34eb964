import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  domain: { name: "www.example.com" },
});

export const url = site.url; // the cloudfront.net name as yet
export const validationRecords = site.validationRecords; // to create now

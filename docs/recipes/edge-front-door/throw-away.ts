import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  deletionProtection: false,
  tags: { environment: "pull-request" },
});

export const url = site.url; // the cloudfront.net name
export const bucket = site.bucketName;

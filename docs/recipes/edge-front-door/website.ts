import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  domain: { name: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = site.url; // https://www.example.com
export const bucket = site.bucketName; // aws s3 sync dist/ s3://<bucket>

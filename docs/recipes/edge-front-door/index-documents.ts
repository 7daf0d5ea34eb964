import { EdgeFrontDoor, s3Origin, WebsiteRouting } from "../../../components";

const docs = new EdgeFrontDoor("docs", {
  origin: s3Origin(),
  websiteRouting: WebsiteRouting.IndexDocuments,
  errorPages: [{ errorCode: 403, responsePagePath: "/404.html", responseCode: 404 }],
});

export const url = docs.url;
export const bucket = docs.bucketName;

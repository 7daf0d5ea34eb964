import { EdgeFrontDoor, EncryptionMode, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  encryption: EncryptionMode.SseKms,
});

export const url = site.url;
export const bucket = site.bucketName;

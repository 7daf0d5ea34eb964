import { BucketAccess, EdgeFrontDoor, s3Origin } from "../../../components";

const media = s3Origin({ noncurrentVersionRetentionDays: 7 });

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  routes: [
    { name: "images", pathPattern: "/images/*", origin: media },
    { name: "videos", pathPattern: "/videos/*", origin: media }, // the same bucket
    { name: "docs", pathPattern: "/docs/*", origin: s3Origin({ access: [BucketAccess.List] }) },
  ],
});

export const url = site.url;
export const bucket = site.bucketName; // of the default origin
export const { images, docs } = site.routeBucketNames; // of routes, by name

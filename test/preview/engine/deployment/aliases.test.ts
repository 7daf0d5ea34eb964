import { aliasUrns } from "../../../../preview/engine/deployment/aliases";
import type { Alias } from "../../../../preview/engine/deployment/registration";

const stack = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev";
const site = "urn:pulumi:dev::p::my:index:Site::site";
const bucket = "urn:pulumi:dev::p::my:index:Site$aws:s3/bucket:Bucket::b";
const foreign = "urn:pulumi:prod::other::my:index:Old::old";

const aliases = (...list: Alias[]) => aliasUrns(bucket, site, list, "dev", "p");

test.each<[string, Alias, string]>([
  ["a URN is itself", { urn: "urn:any" }, "urn:any"],
  ["another name", { name: "old" }, "urn:pulumi:dev::p::my:index:Site$aws:s3/bucket:Bucket::old"],
  [
    "another type",
    { type: "aws:s3/bucketV2:BucketV2" },
    "urn:pulumi:dev::p::my:index:Site$aws:s3/bucketV2:BucketV2::b",
  ],
  ["no parent", { noParent: true }, "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b"],
  ["the stack as parent", { parent: stack }, "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b"],
  ["no parent, in another project", { noParent: true, project: "q" }, "urn:pulumi:dev::q::aws:s3/bucket:Bucket::b"],
  ["no parent, in another stack", { noParent: true, stack: "old" }, "urn:pulumi:old::p::aws:s3/bucket:Bucket::b"],
  [
    "another parent, whose stack and project win",
    { parent: foreign, stack: "x", project: "y" },
    "urn:pulumi:prod::other::my:index:Old$aws:s3/bucket:Bucket::b",
  ],
  ["empty parts, which mean today's", { name: "", type: "", stack: "", project: "", parent: "" }, bucket],
  ["all at once", { name: "n::m", type: "t:i:T", parent: foreign }, "urn:pulumi:prod::other::my:index:Old$t:i:T::n::m"],
])("%s", (_, alias, urn) => {
  expect(aliases(alias)).toEqual([urn]);
});

test("the order is kept and what comes twice is there once", () => {
  expect(aliases({ name: "a" }, { urn: "urn:x" }, { name: "a" }, { urn: "urn:x" })).toEqual([
    "urn:pulumi:dev::p::my:index:Site$aws:s3/bucket:Bucket::a",
    "urn:x",
  ]);
  expect(aliases()).toEqual([]);
});

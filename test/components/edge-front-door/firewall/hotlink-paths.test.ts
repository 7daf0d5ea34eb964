// Which spellings of a path are the protected one. A page of others asks for all of them; what is not protected is let through.

import { emitFirewall, requestFor } from "./emitted-firewall";

const evil = "https://evil.test/";

let front: Awaited<ReturnType<typeof emitFirewall>>;

beforeAll(async () => {
  front = await emitFirewall({ hotlinkProtection: { pathPrefixes: ["/images/", "/Downloads", "/Übersicht/"] } });
});

const actionFor = (uri: string, referer = evil): string => front.evaluate(requestFor(uri, referer)).action;

test.each([
  ["as it is written", "/images/a.png"],
  ["the folder itself", "/images/"],
  ["in capitals: many servers do not tell them apart", "/IMAGES/a.png"],
  ["a letter encoded", "/%69mages/a.png"],
  ["a capital encoded", "/%49mages/a.png"],
  ["every letter encoded", "/%69%6d%61%67%65%73/a.png"],
  ["the slash encoded, which S3 takes for a slash", "/images%2Fa.png"],
  ["the first slash doubled", "//images/a.png"],
  ["many slashes", "/////images//a.png"],
  ["the folder itself by a dot", "/./images/a.png"],
  ["an encoded dot", "/%2e/images/a.png"],
  ["down and up again", "/x/../images/a.png"],
  ["up beyond the root", "/../images/a.png"],
  ["down and up again, encoded", "/x/%2e%2e/images/a.png"],
  ["down and up again with encoded slashes", "/x%2f..%2fimages/a.png"],
  ["backslashes, which are slashes on Windows", "/x\\..\\images/a.png"],
  ["encoded backslashes", "/x%5C..%5Cimages%5Ca.png"],
  ["a dot within the folder", "/images/./a.png"],
  ["with a query string", "/images/a.png?size=large"],
  ["with something of another folder in the query string", "/images/a.png?/public/"],
  ["a prefix written in capitals", "/downloads/a.zip"],
  ["a prefix without a slash at its end stands for all that begins so", "/downloads-of-2025.zip"],
  ["a letter outside ASCII, as browsers encode it", "/%C3%9Cbersicht/a.png"],
  ["a letter outside ASCII, as other clients write it", "/Übersicht/a.png"],
])("protected, %s: %s", (_why, uri) => {
  expect(actionFor(uri)).toBe("block");
  expect(actionFor(uri, "https://www.example.com/")).toBe("allow");
});

test.each([
  ["another folder", "/public/a.png"],
  ["the root", "/"],
  ["a name that begins alike", "/images-public/a.png"],
  ["the folder's name without a slash", "/images"],
  ["the folder elsewhere", "/public/images/a.png"],
  ["out of the folder again", "/images/../public/a.png"],
  ["out of the folder again, encoded", "/images/%2e%2e/public/a.png"],
  ["the folder in the query string", "/?/images/a.png"],
  ["encoded twice is another file: origins decode once", "/%2569mages/a.png"],
  ["a double slash encoded twice", "/images%252Fa.png"],
  ["an encoding that is none", "/%6mages/a.png"],
  ["letters that look alike", "/іmages/a.png"],
  ["a letter outside ASCII in the other case is another letter for servers too", "/%C3%BCbersicht/a.png"],
  // Java servers drop what follows a semicolon. Nothing in AWS WAF does; the files of such an origin need a prefix without the slash.
  ["parameters of a folder", "/images;v=1/a.png"],
])("not protected, %s: %s", (_why, uri) => {
  expect(actionFor(uri)).toBe("allow");
});

test("a prefix without its slash covers parameters of a folder", async () => {
  const { evaluate } = await emitFirewall({ hotlinkProtection: { pathPrefixes: ["/images"] } });
  expect(evaluate(requestFor("/images;v=1/a.png", evil)).action).toBe("block");
});

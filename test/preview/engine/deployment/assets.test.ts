import { createHash } from "node:crypto";
import path from "node:path";
import { hashAssets } from "../../../../preview/engine/deployment/assets";
import {
  archiveSignature,
  assetSignature,
  makeSecret,
  signatureKey,
} from "../../../../preview/engine/deployment/properties";
import type { PropertyValue } from "../../../../preview/plan/plan";
import { removeTemporaryFolders, temporaryFolder } from "../../project/temporary-project";

afterAll(removeTemporaryFolders);

const asset = (parts: Record<string, PropertyValue>) => ({ [signatureKey]: assetSignature, ...parts });
const archive = (parts: Record<string, PropertyValue>) => ({ [signatureKey]: archiveSignature, ...parts });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const dir = temporaryFolder({ "site/index.html": "<h1>é</h1>", "empty.txt": "" });

test("assets of texts and files carry the SHA-256 of their content, wherever they are", () => {
  const inputs = {
    text: asset({ text: "hello" }),
    file: asset({ path: "site/index.html", __pulumiAsset: true }),
    absolute: asset({ path: path.join(dir, "empty.txt") }),
    deep: [{ secret: makeSecret(asset({ text: "" })) }],
  };
  expect(hashAssets(inputs, dir)).toEqual({
    text: asset({ text: "hello", hash: sha256("hello") }),
    file: asset({ path: "site/index.html", hash: sha256("<h1>é</h1>") }),
    absolute: asset({ path: path.join(dir, "empty.txt"), hash: sha256("") }),
    deep: [{ secret: makeSecret(asset({ text: "", hash: sha256("") })) }],
  });
});

test("archives and what must be downloaded have no hash; the texts inside of an archive have", () => {
  const inputs = {
    folder: archive({ path: "site", __pulumiArchive: true }),
    remote: asset({ uri: "https://example.com/a.txt" }),
    packed: archive({
      assets: { "a.txt": asset({ text: "a" }), inner: archive({ uri: "https://example.com/a.zip" }) },
    }),
    known: asset({ text: "hello", hash: "given" }),
  };
  expect(hashAssets(inputs, dir)).toEqual({
    folder: archive({ path: "site" }),
    remote: asset({ uri: "https://example.com/a.txt" }),
    packed: archive({
      assets: {
        "a.txt": asset({ text: "a", hash: sha256("a") }),
        inner: archive({ uri: "https://example.com/a.zip" }),
      },
    }),
    known: asset({ text: "hello", hash: "given" }),
  });
});

test("inputs without assets stay the same object", () => {
  const inputs = { a: [{ path: "site", text: "x", [signatureKey]: "other" }] };
  expect(hashAssets(inputs, dir)).toBe(inputs);
});

test.each<[string, string]>([
  ["absent.txt", `failed to open asset file 'absent.txt': open ${dir}/absent.txt: no such file or directory`],
  ["site", `failed to open asset file 'site': open ${dir}/site: EISDIR: illegal operation on a directory, read`],
])("the file %s fails the registration", (file, message) => {
  expect(() => hashAssets({ a: [asset({ path: file })] }, dir)).toThrow(message);
});

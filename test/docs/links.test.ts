import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { anchors, localLinks, prose } from "./markdown";

const root = path.resolve(__dirname, "../..");

const pages = [
  "README.md",
  "AGENTS.md",
  "CHANGELOG.md",
  "policy/README.md",
  ...markdownIn("components"),
  ...markdownIn("docs"),
];

function markdownIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.join(folder, file));
}

function read(page: string): string {
  return readFileSync(path.join(root, page), "utf8");
}

/** What a link on a page leads to, from the root of the repository. */
function resolveLink(page: string, link: string): { target: string; anchor: string | undefined } {
  const [file = "", anchor] = link.split("#");
  return { target: file === "" ? page : path.join(path.dirname(page), file), anchor };
}

test.each(pages)("the links of %s lead somewhere", (page) => {
  const broken = localLinks(read(page)).filter((link) => {
    const { target, anchor } = resolveLink(page, link);
    if (!existsSync(path.join(root, target))) return true;
    return anchor !== undefined && !anchors(read(target)).has(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(["edge-front-door", "private-api-origin"])(
  "the README of %s lists every recipe of its pages, by its heading",
  (component) => {
    const folder = `components/${component}`;
    const section =
      prose(read(`${folder}/README.md`))
        .split("\n## Recipes\n")[1]
        ?.split("\n## ")[0] ?? "";
    const listed = [...section.matchAll(/\[([^\]]+)\]\((recipes\/[^)#]+)#[^)]+\)/g)].map(
      ([, heading, file]) => `${file}: ${heading}`,
    );
    const shown = markdownIn(`${folder}/recipes`).flatMap((page) =>
      [...prose(read(page)).matchAll(/^### (.+)$/gm)].map(
        ([, heading]) => `${path.relative(folder, page)}: ${heading}`,
      ),
    );
    expect(shown).not.toEqual([]);
    expect(listed.sort()).toEqual(shown.sort());
  },
);

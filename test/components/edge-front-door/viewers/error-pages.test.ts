import { type ErrorPageArgs, s3Origin } from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { build } from "../build";

async function responsesFor(errorPages: ErrorPageArgs[]): Promise<unknown> {
  return (await build({ origin: s3Origin(), errorPages })).inputsOf("site-distribution").customErrorResponses;
}

test("a page keeps the status, is cached for ten seconds and stands for every route", async () => {
  expect(await responsesFor([{ errorCode: 404, responsePagePath: "/404.html" }])).toEqual([
    { errorCode: 404, responsePagePath: "/404.html", responseCode: 404, errorCachingMinTtl: 10 },
  ]);
});

test("a page may have another status and time, the shortest included", async () => {
  expect(
    await responsesFor([
      { errorCode: 403, responsePagePath: "/index.html", responseCode: 200, cachingMinTtlSeconds: 0 },
      { errorCode: 503, cachingMinTtlSeconds: 60 },
      { errorCode: 500 },
    ]),
  ).toEqual([
    { errorCode: 403, responsePagePath: "/index.html", responseCode: 200, errorCachingMinTtl: 0 },
    { errorCode: 503, errorCachingMinTtl: 60 },
    { errorCode: 500, errorCachingMinTtl: 10 },
  ]);
});

test.each([undefined, []])("without pages (%j) the origin's answers stand", async (errorPages) => {
  const { inputsOf } = await build({ origin: s3Origin(), errorPages });
  expect(inputsOf("site-distribution")).not.toHaveProperty("customErrorResponses");
});

test.each<[string, ErrorPageArgs[], string[]]>([
  ["a status that CloudFront does not handle", [{ errorCode: 418 }], ["errorPages[0].errorCode"]],
  ["one status twice", [{ errorCode: 404 }, { errorCode: 404 }], ["errorPages[1].errorCode"]],
  [
    "a new status without a page",
    [{ errorCode: 404, responseCode: 200 }],
    ["errorPages[0].responseCode and errorPages[0].responsePagePath"],
  ],
  [
    "a status CloudFront does not answer with, a page without a slash, a time below zero",
    [{ errorCode: 404, responseCode: 418, responsePagePath: "404.html", cachingMinTtlSeconds: -1 }],
    ["errorPages[0].cachingMinTtlSeconds", "errorPages[0].responseCode", "errorPages[0].responsePagePath"],
  ],
])("refuses %s", (_title, errorPages, paths) => {
  expect(checkEdgeFrontDoor("site", { origin: s3Origin(), errorPages }).map(({ path }) => path)).toEqual(paths);
});

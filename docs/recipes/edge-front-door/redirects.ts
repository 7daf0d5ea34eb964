import { cloudFrontFunction, EdgeFrontDoor, keyValueStore, s3Origin } from "../../../components";

const code = `import cf from "cloudfront";

async function handler(event) {
  const store = cf.kvs();
  if (!(await store.exists(event.request.uri))) {
    return event.request;
  }
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: { location: { value: await store.get(event.request.uri) } },
  };
}
`;

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  behavior: {
    functions: {
      viewerRequest: cloudFrontFunction({
        name: "redirects",
        code,
        keyValueStore: keyValueStore({
          name: "redirects",
          entries: { "/team": "/about/team.html", "/jobs": "/careers.html" },
        }),
      }),
    },
  },
});

export const url = site.url;

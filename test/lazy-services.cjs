// How Jest loads the index of @pulumi/aws: each of its 250 services when a test looks at it, and not all of them in every test file, as
// the offline preview does (preview/engine/sdk/heavy-modules.ts).

const service = /^const (\w+) = __importStar\(require\("\.\/\1"\)\);\nexports\.\1 = \1;$/gm;

module.exports = {
  process: (source) => ({
    code: source.replaceAll(
      service,
      'let $1; Object.defineProperty(exports, "$1", { enumerable: true, get: () => ($1 ??= __importStar(require("./$1"))) });',
    ),
  }),
};

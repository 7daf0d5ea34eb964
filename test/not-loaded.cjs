// In place of npm's dependency resolver and the TypeScript compiler, which @pulumi/pulumi loads to serialise functions into Lambda packages,
// and of its Automation API: no test uses them, and they are two seconds of every test file.
module.exports = {};

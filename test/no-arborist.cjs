// In place of npm's dependency resolver, which @pulumi/pulumi loads to serialise functions into Lambda packages: no test does, and it is
// a second of every test file.
module.exports = {};

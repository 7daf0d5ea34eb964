import {
  isProviderType,
  makeUrn,
  nameOfUrn,
  packageOfType,
  parseUrn,
  rootStackType,
  typeOfUrn,
} from "../../../../preview/engine/deployment/urn";

const stack = makeUrn("dev", "p", "", rootStackType, "p-dev");

test("the stack is the root of the chain of types and never part of it", () => {
  expect(stack).toBe("urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev");
  const site = makeUrn("dev", "p", stack, "my:index:Site", "site");
  expect(site).toBe("urn:pulumi:dev::p::my:index:Site::site");
  const inner = makeUrn("dev", "p", site, "my:index:Inner", "inner");
  expect(inner).toBe("urn:pulumi:dev::p::my:index:Site$my:index:Inner::inner");
  expect(makeUrn("dev", "p", inner, "aws:s3/bucket:Bucket", "b")).toBe(
    "urn:pulumi:dev::p::my:index:Site$my:index:Inner$aws:s3/bucket:Bucket::b",
  );
  expect(makeUrn("dev", "p", "", "aws:s3/bucket:Bucket", "b")).toBe("urn:pulumi:dev::p::aws:s3/bucket:Bucket::b");
});

test.each(["plain", "a::b", "::", "with $ and / and ü", "", "line\nbreak"])("the name %j survives its URN", (name) => {
  const urn = makeUrn("dev", "p", stack, "my:index:A$odd", name);
  expect(nameOfUrn(urn)).toBe(name);
  expect(parseUrn(urn)).toEqual({ stack: "dev", project: "p", qualifiedType: "my:index:A$odd", name });
});

test("the type of a resource is the last of its chain", () => {
  expect(typeOfUrn("urn:pulumi:dev::p::a:b:C$d:e/f:G::n::m")).toBe("d:e/f:G");
  expect(typeOfUrn(stack)).toBe(rootStackType);
});

test.each(["", "urn", "urn:pulumi:dev", "urn:pulumi:dev::p", "urn:pulumi:dev::p::type", "urn:other:dev::p::t::n"])(
  "%j is no URN",
  (text) => {
    expect(parseUrn(text)).toBeUndefined();
    expect(typeOfUrn(text)).toBe("");
    expect(nameOfUrn(text)).toBe("");
  },
);

test("a provider belongs to the package that it configures", () => {
  expect(packageOfType("aws:s3/bucket:Bucket")).toBe("aws");
  expect(packageOfType("pulumi:providers:aws-native")).toBe("aws-native");
  expect(packageOfType("pulumi:pulumi:StackReference")).toBe("pulumi");
  expect(packageOfType("")).toBe("");
  expect([isProviderType("pulumi:providers:aws"), isProviderType("aws:index:Provider")]).toEqual([true, false]);
});

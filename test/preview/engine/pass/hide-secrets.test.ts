import fc from "fast-check";
import { secretFilter } from "../../../../preview/engine/pass/hide-secrets";

function hide(text: string, secrets: Record<string, string>): string {
  return secretFilter({
    config: { "p:open": "plain", ...secrets },
    secretKeys: Object.keys(secrets),
    unreadableKeys: [],
  }).hide(text);
}

test("a secret is hidden wherever it is said, and nothing else is", () => {
  expect(hide("hunter2 and hunter2, not hunter3 or plain", { "p:a": "hunter2" })).toBe(
    "[secret] and [secret], not hunter3 or plain",
  );
});

test("a secret that is part of another does not give away the rest of it", () => {
  expect(hide("token-with-suffix", { "p:a": "token", "p:b": "token-with-suffix" })).toBe("[secret]");
});

test("texts of one or two characters are left alone, as the engine leaves them", () => {
  expect(hide("a bc def", { "p:a": "a", "p:b": "bc", "p:c": "def", "p:d": "" })).toBe("a bc [secret]");
});

test("a secret is hidden in the form that it takes inside of JSON", () => {
  const secret = 'say "hi"\\now\tplease';
  expect(hide(JSON.stringify({ message: secret }), { "p:a": secret })).toBe('{"message":"[secret]"}');
});

test("each line of a secret of several lines is hidden by itself, but not its braces", () => {
  const key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\n}\r\n-----END KEY-----";
  expect(hide(key, { "p:key": key })).toBe("[secret]");
  expect(hide("MIIEvQIBADANBg", { "p:key": key })).toBe("[secret]");
  expect(hide("-----END KEY----- {}", { "p:key": key })).toBe("[secret] {}");
});

test("the texts inside of a secret object are hidden, names and numbers are not", () => {
  const object = '{"user":"admin","password":"s3cret!","port":5432,"list":["deep-value"]}';
  expect(hide("admin s3cret! 5432 password deep-value", { "p:db": object })).toBe(
    "[secret] [secret] 5432 password [secret]",
  );
  expect(hide("{broken", { "p:a": "{broken json" })).toBe("{broken");
});

test("the placeholder of a value that cannot be read is no secret", () => {
  const filter = secretFilter({
    config: { "p:flag": "false", "p:object": '{"user":"admin","password":"[secret]"}', "p:open": "plain" },
    secretKeys: ["p:flag", "p:object", "p:unset"],
    unreadableKeys: ["p:flag", "p:object"],
  });
  expect(filter.hide("false for admin, [secret]")).toBe("false for admin, [secret]");
  expect(filter.longest).toBe(0);
});

test("whatever the secrets and the text around them, none of them is left", () => {
  const secret = fc
    .string({ minLength: 3, maxLength: 30 })
    .filter((text) => !/[[\]]/.test(text) && !"[secret]".includes(text) && text.trim() === text);
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), fc.string(), (secrets, between) => {
      const config = Object.fromEntries(secrets.map((value, i) => [`p:${i}`, value]));
      const filter = secretFilter({ config, secretKeys: Object.keys(config), unreadableKeys: [] });
      const hidden = filter.hide(secrets.map((value) => between + value).join("[]"));
      for (const value of secrets) expect(hidden.split("[secret]").join("[]")).not.toContain(value);
    }),
    { numRuns: 300 },
  );
});

// Two packages that AWS programs often lean on and whose resources are pure computation: random and tls.

import type { PropertyMap } from "../../plan/plan";
import { Seed } from "./seed";
import type { StandIn, StandInRequest } from "./stand-in";

export function isSiblingPackage(type: string): boolean {
  return type.startsWith("random:") || type.startsWith("tls:");
}

const number = (inputs: PropertyMap, name: string, fallback: number): number => {
  const value = inputs[name];
  return typeof value === "number" ? value : fallback;
};

type Maker = (seed: Seed, inputs: PropertyMap) => StandIn;

/** `length` characters of the classes that the inputs allow. */
const text: Maker = (seed, inputs) => {
  const length = number(inputs, "length", 16);
  const letters = seed.alphanumeric("result", length);
  const lowered = inputs.upper === false ? letters.toLowerCase() : letters;
  const result = inputs.lower === false ? lowered.toUpperCase() : lowered;
  return { id: result, outputs: { result } };
};

const password: Maker = (seed, inputs) => {
  const { outputs } = text(seed, inputs);
  return { id: "none", outputs: { ...outputs, bcryptHash: `$2a$10$${seed.alphanumeric("bcrypt", 53)}` } };
};

const randomId: Maker = (seed, inputs) => {
  const hex = seed.hex("bytes", number(inputs, "byteLength", 8) * 2);
  const bytes = Buffer.from(hex, "hex");
  const prefix = typeof inputs.prefix === "string" ? inputs.prefix : "";
  const b64Url = bytes.toString("base64url");
  return {
    id: b64Url,
    outputs: {
      hex: prefix + hex,
      dec: prefix + BigInt(`0x${hex}`).toString(),
      b64Std: prefix + bytes.toString("base64"),
      b64Url: prefix + b64Url,
    },
  };
};

const randomBytes: Maker = (seed, inputs) => {
  const hex = seed.hex("bytes", number(inputs, "length", 8) * 2);
  const base64 = Buffer.from(hex, "hex").toString("base64");
  return { id: base64, outputs: { hex, base64 } };
};

const integer: Maker = (seed, inputs) => {
  const [min, max] = [number(inputs, "min", 0), number(inputs, "max", 1)];
  const result = min + seed.int("result", Math.max(1, max - min + 1));
  return { id: String(result), outputs: { result } };
};

const WORDS = ["amber", "brisk", "calm", "deep", "eager", "fair", "golden", "humble", "keen", "lively"];
const PETS = ["badger", "crane", "dolphin", "falcon", "heron", "lynx", "marten", "otter", "raven", "stork"];

const pet: Maker = (seed, inputs) => {
  const separator = typeof inputs.separator === "string" ? inputs.separator : "-";
  const count = number(inputs, "length", 2);
  const words = Array.from({ length: count }, (_, i) =>
    i === count - 1 ? PETS[seed.int("pet", PETS.length)] : WORDS[seed.int(`word${i}`, WORDS.length)],
  );
  const prefix = typeof inputs.prefix === "string" ? [inputs.prefix] : [];
  return { id: [...prefix, ...words].join(separator), outputs: {} };
};

const uuid: Maker = (seed) => {
  const result = seed.uuid("result");
  return { id: result, outputs: { result } };
};

const shuffle: Maker = (seed, inputs) => {
  const given = Array.isArray(inputs.inputs) ? inputs.inputs : [];
  const results = given
    .map((value, i) => ({ value, rank: seed.int(`rank${i}`, 1e9) }))
    .sort((a, b) => a.rank - b.rank)
    .map((e) => e.value)
    .slice(0, number(inputs, "resultCount", given.length));
  return { id: "-", outputs: { results } };
};

/** Frames with nothing inside: a stand-in must never look like key material. */
const pem = (label: string): string => `-----BEGIN ${label}-----\n-----END ${label}-----\n`;

const privateKey: Maker = (seed) => ({
  id: seed.hex("id", 40),
  outputs: {
    privateKeyPem: pem("RSA PRIVATE KEY"),
    privateKeyOpenssh: pem("OPENSSH PRIVATE KEY"),
    privateKeyPemPkcs8: pem("PRIVATE KEY"),
    publicKeyPem: pem("PUBLIC KEY"),
    publicKeyOpenssh: `ssh-rsa ${seed.alphanumeric("public", 64)}\n`,
    publicKeyFingerprintMd5: (seed.hex("md5", 32).match(/../g) ?? []).join(":"),
    publicKeyFingerprintSha256: `SHA256:${seed.alphanumeric("sha", 43)}`,
  },
});

const certificate: Maker = (seed) => ({
  id: seed.hex("id", 39),
  outputs: {
    certPem: pem("CERTIFICATE"),
    validityStartTime: "2024-01-01T00:00:00Z",
    validityEndTime: "2034-01-01T00:00:00Z",
    readyForRenewal: false,
  },
});

const MAKERS: Readonly<Record<string, Maker>> = {
  RandomBytes: randomBytes,
  RandomId: randomId,
  RandomInteger: integer,
  RandomPassword: password,
  RandomPet: pet,
  RandomShuffle: shuffle,
  RandomString: text,
  RandomUuid: uuid,
  RandomUuid4: uuid,
  RandomUuid7: uuid,
  PrivateKey: privateKey,
  SelfSignedCert: certificate,
  LocallySignedCert: certificate,
  CertRequest: (seed) => ({ id: seed.hex("id", 40), outputs: { certRequestPem: pem("CERTIFICATE REQUEST") } }),
};

/** A resource of the random or tls package. */
export function siblingStandIn(resource: StandInRequest): StandIn {
  const seed = new Seed(resource.urn);
  const maker = MAKERS[resource.type.slice(resource.type.lastIndexOf(":") + 1)];
  const made = maker?.(seed, resource.inputs) ?? { id: `${resource.name}-${seed.hex("id", 8)}`, outputs: {} };
  return { id: resource.readId ?? made.id, outputs: made.outputs };
}

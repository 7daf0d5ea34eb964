// Deterministic values: the same text always gives the same id, on every machine and in every version of this tool.
// Not cryptographic, and fast on purpose: a program of 8,000 resources asks for tens of thousands of them.

const LOWER_ALNUM = "0123456789abcdefghijklmnopqrstuvwxyz";
const UPPER_ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MIXED_ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// Taken out of their global: inside a test runner's context every look at a global is slow, and these run per character.
const { imul, floor } = Math;

/** The finaliser of MurmurHash3: every input bit changes every output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hash32(text: string, start: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) h = imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

const labels = new Map<string, number>();

/** Labels are property names, so there are few of them: their hashes are kept. */
function labelHash(label: string): number {
  let hash = labels.get(label);
  if (hash === undefined) {
    hash = hash32(label, 0x811c9dc5);
    labels.set(label, hash);
  }
  return hash;
}

/** Source of the values of one resource. Each label names an independent stream. */
export class Seed {
  /** Four lanes of 32 bits: ids of 17 hex digits must not collide among thousands of resources. */
  private readonly lanes: readonly [number, number, number, number];

  constructor(text: string) {
    let [a, b, c, d] = [0x811c9dc5, 0x2f0b4c47, 0x9747b28c, 0x1b873593];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = imul(a ^ code, 0x01000193);
      b = imul(b ^ code, 0x85ebca6b);
      c = imul(c ^ code, 0xcc9e2d51);
      d = imul(d ^ code, 0x27d4eb2f);
    }
    this.lanes = [mix(a), mix(b ^ a), mix(c ^ b), mix(d ^ c)];
  }

  private word(label: number, index: number): number {
    const lane = this.lanes[(index & 3) as 0 | 1 | 2 | 3];
    return mix((lane ^ label) + imul(index + 1, 0x9e3779b9));
  }

  /** A number from 0 to `below` - 1. */
  int(label: string, below: number): number {
    return this.word(labelHash(label), 0) % below;
  }

  /** `length` lower-case hexadecimal digits. */
  hex(label: string, length: number): string {
    const hash = labelHash(label);
    let text = "";
    for (let i = 0; text.length < length; i++) text += this.word(hash, i).toString(16).padStart(8, "0");
    return text.slice(0, length);
  }

  private text(label: string, length: number, alphabet: string): string {
    const hash = labelHash(label);
    let text = "";
    // Five characters a word: 62^5 fits in 32 bits, so that none of them is starved of randomness.
    for (let i = 0; text.length < length; i++) {
      let word = this.word(hash, i);
      for (let n = 0; n < 5; n++) {
        text += alphabet.charAt(word % alphabet.length);
        word = floor(word / alphabet.length);
      }
    }
    return text.slice(0, length);
  }

  lower(label: string, length: number): string {
    return this.text(label, length, LOWER_ALNUM);
  }

  upper(label: string, length: number): string {
    return this.text(label, length, UPPER_ALNUM);
  }

  alphanumeric(label: string, length: number): string {
    return this.text(label, length, MIXED_ALNUM);
  }

  /** A version 4 UUID. */
  uuid(label: string): string {
    const h = this.hex(label, 32);
    const variant = "89ab".charAt(Number.parseInt(h.charAt(16), 16) & 3);
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20)}`;
  }
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strToU8, unzipSync, zipSync } from 'fflate'

/** Pseudo-random numbers from a seed, always the same: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
const below = (random: Random, end: number) => Math.floor(random() * end)
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Limit on the size of generated files. */
const MAX_BYTES = 2 << 20

/** Contents of malicious files, or of files that a program corrupted. */
const NASTY = [
  '9'.repeat(400),
  '1e999',
  '-0',
  '4294967296',
  '\0',
  '\u202e',
  '\ufffd',
  '"',
  '__proto__',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>&c;&c;&c;',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  '<a>'.repeat(20_000),
  '['.repeat(50_000),
  '{"a":'.repeat(20_000),
  '('.repeat(20_000),
  '1'.repeat(100_000),
  ' '.repeat(100_000),
  '=cmd|A1',
  '../'.repeat(20),
].map((text) => strToU8(text))

type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const BYTES: Readonly<Record<string, Change>> = {
  flip(bytes, random) {
    const changed = new Uint8Array(bytes)
    for (let i = 1 + below(random, 16); i > 0 && changed.length > 0; i--)
      changed[below(random, changed.length)]! ^= 1 << below(random, 8)
    return changed
  },
  truncate: (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  cut(bytes, random) {
    const from = below(random, bytes.length)
    return joined(bytes.slice(0, from), bytes.slice(from + below(random, 200)))
  },
  repeat(bytes, random) {
    const from = below(random, bytes.length)
    const piece = bytes.slice(from, from + 1 + below(random, 300))
    const times = Math.min(1 + below(random, 2000), Math.floor((MAX_BYTES - bytes.length) / Math.max(1, piece.length)))
    return joined(bytes.slice(0, from), ...Array.from({ length: Math.max(0, times) }, () => piece), bytes.slice(from))
  },
  splice(bytes, random, other) {
    const from = below(random, other.length)
    const at = below(random, bytes.length)
    return joined(bytes.slice(0, at), other.slice(from, from + below(random, 2000)), bytes.slice(at))
  },
  number(bytes, random) {
    const changed = new Uint8Array(bytes)
    const view = new DataView(changed.buffer)
    const value = pick(random, [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffe, 0x10000])
    if (changed.length > 4) view.setUint32(below(random, changed.length - 4), value, random() < 0.7)
    return changed
  },
  nasty(bytes, random) {
    const at = below(random, bytes.length)
    return joined(bytes.slice(0, at), pick(random, NASTY), bytes.slice(at))
  },
  digits(bytes, random) {
    // Replaces a digit in a text, so that numbers become very large or negative.
    const places = [...bytes.keys()].filter((i) => bytes[i]! >= 0x30 && bytes[i]! <= 0x39)
    const at = places.length === 0 ? 0 : pick(random, places)
    return joined(
      bytes.slice(0, at),
      strToU8(pick(random, ['99999999', '1048577', '-1', '0', '16385'])),
      bytes.slice(at + 1),
    )
  },
  zeros(bytes, random) {
    const from = below(random, bytes.length)
    return new Uint8Array(bytes).fill(0, from, from + below(random, 500))
  },
}

/** Changes to members of an archive, which is valid afterwards, and to its headers. */
const ZIP: Readonly<Record<string, Change>> = {
  member(bytes, random, other) {
    const files = unzipSync(bytes)
    const name = pick(random, Object.keys(files))
    files[name] = joined(pick(random, Object.values(BYTES))(files[name]!, random, other))
    return zipSync(files, { level: random() < 0.5 ? 0 : 6 })
  },
  bomb(bytes, random) {
    const files = unzipSync(bytes)
    files[pick(random, Object.keys(files))] = new Uint8Array(40 << 20)
    return zipSync(files, { level: 1 })
  },
  drop(bytes, random) {
    const files = unzipSync(bytes)
    delete files[pick(random, Object.keys(files))]
    return zipSync(files)
  },
  rename(bytes, random) {
    const files = unzipSync(bytes)
    const name = pick(random, Object.keys(files))
    files[pick(random, ['../../x', '/etc/passwd', 'C:\\x', '', `${name}/`, '__proto__', 'a'.repeat(60_000)])] =
      files[name]!
    return zipSync(files)
  },
  twice: (bytes) => joined(bytes, bytes),
  stated(bytes, random) {
    const changed = new Uint8Array(bytes)
    const view = new DataView(changed.buffer)
    const value = pick(random, [0, 1, 0xffffffff, 0x7fffffff, 1 << 20])
    for (let i = 0; i + 46 < changed.length; i++)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + pick(random, [16, 20, 24, 42]), value, true)
    return changed
  },
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A broken copy of a file, with a description of the changes. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): { bytes: Uint8Array; how: string } {
  const kinds: Readonly<Record<string, Change>> = isZip(bytes) ? { ...BYTES, ...ZIP } : BYTES
  let changed = bytes
  const how: string[] = []
  for (let i = random() < 0.7 ? 1 : 2; i > 0; i--) {
    // Compressed contents are only reached through the members.
    const kind = isZip(bytes) && random() < 0.5 ? 'member' : pick(random, Object.keys(kinds))
    try {
      changed = kinds[kind]!(changed, random, other)
      how.push(kind)
    } catch {
      // An archive broken by an earlier change can't be opened for another one.
    }
    if (changed.length > MAX_BYTES) changed = changed.slice(0, MAX_BYTES)
  }
  return { bytes: changed, how: how.join(' ') }
}

/** Corrects the checksum at the end of a bundle, so that the checks after it are tested. */
export function withSum(bundle: Uint8Array, letters: number): Uint8Array {
  const body = bundle.slice(0, Math.max(0, bundle.length - letters))
  return joined(body, strToU8(bytesToHex(sha256(body))))
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import type { LedgerEvent } from './event'
import { isSignedBy, newKeys, publicKey, signBytes } from './signature'

/** This device as an author of events: an id, and a private key that cannot be exported. */
export interface Device {
  readonly id: string
  /** Null where the browser provides no keys, as on a page over plain HTTP. */
  readonly keys: CryptoKeyPair | null
}

/**
 * The form of a device id. The first letter distinguishes `keyed` and `keyless`, so that nobody can omit a key. Ids of
 * the first version (64 bits, no letter) do not tell; for them it depends on whether a key is known.
 */
export type DeviceForm = 'keyed' | 'keyless' | 'old'

const FORMS: readonly (readonly [RegExp, DeviceForm])[] = [
  [/^k[0-9a-f]{32}$/, 'keyed'],
  [/^u[0-9a-f]{32}$/, 'keyless'],
  [/^[0-9a-f]{16}$/, 'old'],
]
const ID_LETTERS = 32
const SHORT_LETTERS = 6

/** The form of an id; null if invalid. */
export function deviceForm(id: string): DeviceForm | null {
  return FORMS.find(([pattern]) => pattern.test(id))?.[1] ?? null
}

/** Creates a device. Its id is derived from its public key, so that nobody else can write under it unnoticed. */
export async function newDevice(): Promise<Device> {
  const keys = await newKeys()
  return { id: keys ? deviceIdOf(await publicKey(keys)) : `u${bytesToHex(randomBytes(ID_LETTERS / 2))}`, keys }
}

/** The device id for a public key. */
export const deviceIdOf = (key: Uint8Array) => `k${bytesToHex(sha256(key)).slice(0, ID_LETTERS)}`

/** Whether an id belongs to a key, in today's form or that of the first version. */
export function isDeviceIdOf(id: string, key: Uint8Array): boolean {
  return deviceForm(id) === 'old' ? bytesToHex(sha256(key)).startsWith(id) : deviceIdOf(key) === id
}

/** The part of an id that people read and compare. */
export const shortDevice = (id: string) => (deviceForm(id) === 'old' ? id : id.slice(1)).slice(0, SHORT_LETTERS)

/** Author of an event; the short device id if no author was named. */
export const writerOf = ({ author, device }: Pick<LedgerEvent, 'author' | 'device'>): string =>
  author || shortDevice(device)

/** The event, signed by the device if it has a key. */
export async function signEvent(event: LedgerEvent, { keys }: Device): Promise<LedgerEvent> {
  return keys ? { ...event, signature: await signBytes(hexToBytes(event.hash), keys) } : event
}

/** Whether an event was signed by the key from which its device id is derived. */
export async function isSigned(event: LedgerEvent, key: Uint8Array): Promise<boolean> {
  return isDeviceIdOf(event.device, key) && isSignedBy(key, hexToBytes(event.hash), event.signature)
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import type { LedgerEvent } from './event'
import { isSignedBy, newKeys, publicKey, signBytes } from './signature'

/** Who writes on this device: an id, and a key that can't leave it. */
export interface Device {
  readonly id: string
  /** Null where the browser gives no keys: a page over plain HTTP. */
  readonly keys: CryptoKeyPair | null
}

/**
 * What an id says of its device. `keyed` and `keyless` are told by their first letter, so that nobody can leave a key out.
 * Ids of the first version (64 bits, no letter) don't say; for them the key that is known decides.
 */
export type DeviceForm = 'keyed' | 'keyless' | 'old'

const FORMS: readonly (readonly [RegExp, DeviceForm])[] = [
  [/^k[0-9a-f]{32}$/, 'keyed'],
  [/^u[0-9a-f]{32}$/, 'keyless'],
  [/^[0-9a-f]{16}$/, 'old'],
]
const ID_LETTERS = 32
const SHORT_LETTERS = 6

/** The form of an id; null for what is none. */
export function deviceForm(id: string): DeviceForm | null {
  return FORMS.find(([pattern]) => pattern.test(id))?.[1] ?? null
}

/** A new device; its id is that of its public key, so that nobody else can write under it unseen. */
export async function newDevice(): Promise<Device> {
  const keys = await newKeys()
  return { id: keys ? idOf(await publicKey(keys)) : `u${bytesToHex(randomBytes(ID_LETTERS / 2))}`, keys }
}

/** The id of the device that a public key belongs to. */
export const idOf = (key: Uint8Array) => `k${bytesToHex(sha256(key)).slice(0, ID_LETTERS)}`

/** Whether an id is that of a key, in the form of today or of the first version. */
export function isIdOf(id: string, key: Uint8Array): boolean {
  return deviceForm(id) === 'old' ? bytesToHex(sha256(key)).startsWith(id) : idOf(key) === id
}

/** So much of an id as a person reads and compares. */
export const shortDevice = (id: string) => (deviceForm(id) === 'old' ? id : id.slice(1)).slice(0, SHORT_LETTERS)

/** Who wrote an event: by name, or by tablet where nobody was named. */
export const writerOf = ({ author, device }: Pick<LedgerEvent, 'author' | 'device'>): string =>
  author || shortDevice(device)

/** An event with the device's signature. */
export async function sign(event: LedgerEvent, { keys }: Device): Promise<LedgerEvent> {
  return keys ? { ...event, signature: await signBytes(hexToBytes(event.hash), keys) } : event
}

/** Whether an event was signed by the key that its device is named after. */
export async function isSigned(event: LedgerEvent, key: Uint8Array): Promise<boolean> {
  return isIdOf(event.device, key) && isSignedBy(key, hexToBytes(event.hash), event.signature)
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import type { LedgerEvent } from './event'

/** Who writes on this device: an id, and a key that can't leave it. */
export interface Device {
  readonly id: string
  /** Null where the browser gives no keys: a page over plain HTTP. */
  readonly keys: CryptoKeyPair | null
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const
/** Letters of a device's id: enough that two of an office never meet. */
const ID_LETTERS = 16

/** A new device; its id is that of its public key, so that nobody else can write under it unseen. */
export async function newDevice(): Promise<Device> {
  if (!globalThis.crypto?.subtle) return { id: bytesToHex(randomBytes(ID_LETTERS / 2)), keys: null }
  const keys = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  return { id: idOf(await publicKey(keys)), keys }
}

/** The public key as bytes. */
export async function publicKey(keys: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))
}

export const idOf = (key: Uint8Array) => bytesToHex(sha256(key)).slice(0, ID_LETTERS)

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** An event with the device's signature. */
export async function sign(event: LedgerEvent, { keys }: Device): Promise<LedgerEvent> {
  if (!keys) return event
  const signed = await crypto.subtle.sign(SIGNING, keys.privateKey, hexToBytes(event.hash) as Uint8Array<ArrayBuffer>)
  return { ...event, signature: toBase64(new Uint8Array(signed)) }
}

/** Whether an event was signed by the key that its device is named after. */
export async function isSigned(event: LedgerEvent, key: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (event.signature === '' || idOf(key) !== event.device) return false
  try {
    const imported = await crypto.subtle.importKey('raw', key, ALGORITHM, false, ['verify'])
    const signature = fromBase64(event.signature)
    return await crypto.subtle.verify(SIGNING, imported, signature, hexToBytes(event.hash) as Uint8Array<ArrayBuffer>)
  } catch {
    return false
  }
}

/** ECDSA over P-256 with SHA-256: the only kind of key that every browser can create as non-extractable. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const
/** Bytes of an uncompressed point of the curve. */
export const KEY_BYTES = 65

type Bytes = Uint8Array<ArrayBuffer>

/** Creates a key pair whose private key cannot be exported; null where the browser provides no keys (plain HTTP). */
export async function newKeys(): Promise<CryptoKeyPair | null> {
  if (!globalThis.crypto?.subtle) return null
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
}

export async function publicKey(keys: CryptoKeyPair): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))
}

/** Signs bytes; returns base64. */
export async function signBytes(bytes: Uint8Array, keys: CryptoKeyPair): Promise<string> {
  const signed = new Uint8Array(await crypto.subtle.sign(SIGNING, keys.privateKey, bytes as Bytes))
  return btoa(String.fromCharCode(...signed))
}

/** Whether a key signed the bytes; false for an invalid key or signature, and where the browser cannot verify. */
export async function isSignedBy(key: Uint8Array, bytes: Uint8Array, signature: string): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', key as Bytes, ALGORITHM, false, ['verify'])
    const raw = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0))
    return await crypto.subtle.verify(SIGNING, imported, raw, bytes as Bytes)
  } catch {
    return false
  }
}

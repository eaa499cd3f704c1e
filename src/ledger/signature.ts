/** ECDSA over P-256 with SHA-256: the one kind of key that every browser makes without letting it out. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const
/** An uncompressed point of the curve. */
export const KEY_BYTES = 65

type Bytes = Uint8Array<ArrayBuffer>

/** A new pair whose private half can't leave the browser; null where it gives no keys (a page over plain HTTP). */
export async function newKeys(): Promise<CryptoKeyPair | null> {
  if (!globalThis.crypto?.subtle) return null
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
}

/** The public key as bytes. */
export async function publicKey(keys: CryptoKeyPair): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))
}

/** The signature of some bytes, base64. */
export async function signBytes(bytes: Uint8Array, keys: CryptoKeyPair): Promise<string> {
  const signed = new Uint8Array(await crypto.subtle.sign(SIGNING, keys.privateKey, bytes as Bytes))
  return btoa(String.fromCharCode(...signed))
}

/** Whether a key signed the bytes; false for anything that is no key or no signature, and where the browser can't tell. */
export async function isSignedBy(key: Uint8Array, bytes: Uint8Array, signature: string): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', key as Bytes, ALGORITHM, false, ['verify'])
    const raw = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0))
    return await crypto.subtle.verify(SIGNING, imported, raw, bytes as Bytes)
  } catch {
    return false
  }
}

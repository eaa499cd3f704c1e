import { Decrypter, Encrypter } from 'age-encryption'

/**
 * Work factor for guessing a passphrase: scrypt with N = 2^18, r = 8, p = 1 (256 MB and about a second per try), the
 * default of age. A sealed bundle is an age file (age-encryption.org/v1, ChaCha20-Poly1305), so that other tools can
 * open it. WebCrypto is not used, since it is missing over plain HTTP.
 */
const SCRYPT_LOG_N = 18
const FIRST_LINE = 'age-encryption.org/v1'

/**
 * Seals a file with a passphrase, streaming it piece by piece. The work factor, the binary logarithm of scrypt's N, is
 * stated in the sealed file; only tests of something else pass a smaller one.
 */
export async function seal(file: Blob, passphrase: string, scryptLogN = SCRYPT_LOG_N): Promise<Blob> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(scryptLogN)
  return new Response((await encrypter.encrypt(file.stream())) as ReadableStream<Uint8Array<ArrayBuffer>>).blob()
}

/** Whether a file was sealed. */
export async function isSealed(file: Blob): Promise<boolean> {
  return (await file.slice(0, FIRST_LINE.length).text()) === FIRST_LINE
}

/** Opens a sealed file; null if the passphrase is wrong or a byte has changed. */
export async function unseal(file: Blob, passphrase: string): Promise<Blob | null> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    const opened = await decrypter.decrypt(file.stream())
    return await new Response(opened as ReadableStream<Uint8Array<ArrayBuffer>>).blob()
  } catch {
    return null
  }
}

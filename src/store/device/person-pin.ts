import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import { z } from '@/io/zod'

/** Data stored for a PIN: just enough to check an entered one. */
export const pinSchema = z.object({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  rounds: z.int().min(1).max(10_000_000),
})
export type KeptPin = z.infer<typeof pinSchema>

const SALT_BYTES = 16
/** Iterations recommended by OWASP for PBKDF2 with SHA-256; takes a tablet about a second. */
const ROUNDS = 600_000

/** Four to eight digits, which can be typed with gloves. */
export const isPinForm = (pin: string) => /^\d{4,8}$/.test(pin)

/** Whether PINs can be stored here: over plain HTTP the browser provides no slow hash. */
export const canKeepPins = () => globalThis.crypto?.subtle !== undefined

async function slowHash(pin: string, salt: string, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  const made = { name: 'PBKDF2', hash: 'SHA-256', salt: hexToBytes(salt), iterations }
  return bytesToHex(new Uint8Array(await crypto.subtle.deriveBits(made, key, 256)))
}

export async function keepPin(pin: string, rounds = ROUNDS): Promise<KeptPin> {
  const salt = bytesToHex(randomBytes(SALT_BYTES))
  return { salt, hash: await slowHash(pin, salt, rounds), rounds }
}

export const isCorrectPin = async (pin: string, { salt, hash, rounds }: KeptPin) =>
  (await slowHash(pin, salt, rounds)) === hash

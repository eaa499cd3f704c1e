import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base32nopad } from '@scure/base'
import { KEY_BYTES } from './signature'

/** 19 digits of the key's hash (63 bits) and one that checks them: digits can't be misheard as letters can. */
const HASH_DIGITS = 19
const GROUP = 4
const QR = /^CHENTU-DESK:1:([A-Z2-7]+)$/

/** The digit that ISO 7064 (MOD 11,10) puts after others: one wrong digit, and nearly every two swapped, are noticed. */
function checkDigit(digits: string): string {
  let sum = 10
  for (const digit of digits) sum = (((sum + Number(digit)) % 10 || 10) * 2) % 11
  return String((11 - sum) % 10)
}

const grouped = (digits: string) => digits.match(new RegExp(`.{1,${GROUP}}`, 'g'))!.join(' ')

/** The code of the desk's public key, as it is read aloud: `1234 5678 …`, 20 digits. */
export function deskCode(key: Uint8Array): string {
  const hash = sha256(concatBytes(utf8ToBytes('chentu-desk'), key))
  const number = hash.slice(0, 16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(HASH_DIGITS)
  const digits = String(number).padStart(HASH_DIGITS, '0')
  return grouped(digits + checkDigit(digits))
}

/** A code as somebody typed it (full-width digits, any spaces), in the form of `deskCode`; null where a digit is wrong. */
export function readDeskCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.,·-]/g, '')
  if (!/^\d{20}$/.test(digits)) return null
  const said = digits.slice(0, HASH_DIGITS)
  return checkDigit(said) === digits[HASH_DIGITS] ? grouped(digits) : null
}

/** The text of the QR code that carries the whole key. */
export const deskQr = (key: Uint8Array) => `CHENTU-DESK:1:${base32nopad.encode(key)}`

/** The key in such a text; null where it is another text or holds no key. */
export function readDeskQr(text: string): Uint8Array<ArrayBuffer> | null {
  const [, letters] = QR.exec(text) ?? []
  if (!letters) return null
  try {
    const key = new Uint8Array(base32nopad.decode(letters))
    return key.length === KEY_BYTES && key[0] === 4 ? key : null
  } catch {
    return null
  }
}

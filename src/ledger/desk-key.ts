import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base32nopad } from '@scure/base'
import { KEY_BYTES } from './signature'

/** 19 digits of the key's hash (63 bits) plus a check digit: digits are less easily misheard than letters. */
const HASH_DIGITS = 19
const GROUP = 4
const QR = /^CHENTU-DESK:1:([A-Z2-7]+)$/

/** Check digit by ISO 7064 (MOD 11,10): detects one wrong digit and nearly all swaps of two. */
function checkDigit(digits: string): string {
  let sum = 10
  for (const digit of digits) sum = (((sum + Number(digit)) % 10 || 10) * 2) % 11
  return String((11 - sum) % 10)
}

const grouped = (digits: string) => digits.match(new RegExp(`.{1,${GROUP}}`, 'g'))!.join(' ')

/** Code of the desk's public key, to be read aloud: `1234 5678 …`, 20 digits. */
export function deskCode(key: Uint8Array): string {
  const hash = sha256(concatBytes(utf8ToBytes('chentu-desk'), key))
  const number = hash.slice(0, 16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(HASH_DIGITS)
  const digits = String(number).padStart(HASH_DIGITS, '0')
  return grouped(digits + checkDigit(digits))
}

/** Normalises a typed code (full-width digits, any spaces) to the form of `deskCode`; null if a digit is wrong. */
export function readDeskCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.,·-]/g, '')
  if (!/^\d{20}$/.test(digits)) return null
  const said = digits.slice(0, HASH_DIGITS)
  return checkDigit(said) === digits[HASH_DIGITS] ? grouped(digits) : null
}

/** Text of the QR code that carries the whole key. */
export const deskQr = (key: Uint8Array) => `CHENTU-DESK:1:${base32nopad.encode(key)}`

/** The key in a QR text; null if the text is something else or holds no valid key. */
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

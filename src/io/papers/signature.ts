import { lettersOf } from './column-shares'

/**
 * Distance from the right of a date under a seal, and the minimum for any line (GB/T 9704-2012, 7.3.5), in characters.
 */
const [BESIDE_SEAL, LEAST] = [4, 2]

/** Right indents of signature and date, in characters: the signature is centred over the date. */
export function signatureIndents(signature: string, date: string): readonly [signature: number, date: number] {
  const wider = (lettersOf(signature) - lettersOf(date)) / 2
  const right = Math.max(BESIDE_SEAL, LEAST + wider)
  return [Math.max(LEAST, right - wider), right]
}

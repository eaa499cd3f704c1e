import { lettersOf } from './column-shares'

/** What stands right of a date under which a seal is set, and the least right of any (GB/T 9704-2012, 7.3.5), in letters. */
const [BESIDE_SEAL, LEAST] = [4, 2]

/** How far signature and date stand from the right margin, in letters: the signature is centred over the date. */
export function signatureIndents(signature: string, date: string): readonly [signature: number, date: number] {
  const wider = (lettersOf(signature) - lettersOf(date)) / 2
  const right = Math.max(BESIDE_SEAL, LEAST + wider)
  return [Math.max(LEAST, right - wider), right]
}

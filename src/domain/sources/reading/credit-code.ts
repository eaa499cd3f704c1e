/** The 31 characters of a unified social credit code, in the order of their values (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

/**
 * Check character of a unified social credit code: C18 = 31 − Σ Cᵢ·3^(i−1) mod 31 (GB 32100-2015).
 * Null if the first 17 characters are not in the code's alphabet.
 */
export function creditCodeCheck(code: string): string | null {
  let sum = 0
  let weight = 1
  for (let i = 0; i < LENGTH - 1; i++) {
    const value = ALPHABET.indexOf(code[i] ?? ' ')
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** Whether a unified social credit code has 18 characters and its check character is right. */
export function isCreditCode(code: string): boolean {
  return code.length === LENGTH && creditCodeCheck(code) === code[LENGTH - 1]
}

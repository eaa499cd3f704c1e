/** Whether the letters of one name occur in another in the same order: 市住建局 in 市住房和城乡建设局. */
function isShortFor(short: string, full: string): boolean {
  let at = 0
  for (const letter of short) {
    at = full.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  // 市公安局 is not short for 市公安局交警支队.
  const endsAlike = short.at(-1) === full.at(-1) || (short.endsWith('委') && full.endsWith('委员会'))
  return short.length < full.length && short[0] === full[0] && endsAlike
}

/** Whether two names differ by one letter: omitted, added or replaced. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return Math.max(a.length, b.length) - head - tail <= 1
}

/** Governments are named after their area, so a similar name is another government. */
const GOVERNMENT = /政府|管委会|各/

/** Minimum length for tolerating one different letter; in shorter names it means another office: 市水利局 and 市水务局. */
const LONG_NAME = 7

/**
 * The package's name for a body: the same name, the only one that it abbreviates (市住建局), or for long names the only one
 * that differs by one letter. If none or several match, the name stays; `isLike` tells whether it was replaced.
 */
export function canonicalBodyName(
  name: string,
  known: readonly string[],
): { readonly name: string; readonly isLike: boolean } {
  if (known.includes(name) || GOVERNMENT.test(name)) return { name, isLike: false }
  const alike = known.filter(
    (each) => isShortFor(name, each) || (Math.min(name.length, each.length) >= LONG_NAME && isOneOff(name, each)),
  )
  return alike.length === 1 ? { name: alike[0]!, isLike: true } : { name, isLike: false }
}

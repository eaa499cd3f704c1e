import type { KnownName } from '@/questions/known-names'

/**
 * Which source each device of files is: that of its code, else the one that has its name. Of a name that sources with several
 * codes have nobody knows which is meant.
 */
export function knownDevices(known: readonly KnownName[]): ReadonlyMap<string, KnownName> {
  const found = new Map<string, KnownName>()
  for (const asked of new Set(known.map((each) => each.asked))) {
    const all = known.filter((each) => each.asked === asked)
    const one = all.find(({ code }) => code === asked) ?? all[0]!
    if (one.code === asked || all.every(({ code }) => code === one.code)) found.set(asked, one)
  }
  return found
}

/** The codes under which devices that files call by a name are kept. */
export const codesOfNames = (known: ReadonlyMap<string, KnownName>): Readonly<Record<string, string>> =>
  Object.fromEntries([...known].flatMap(([asked, { code }]) => (code === '' || code === asked ? [] : [[asked, code]])))

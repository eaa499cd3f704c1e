import type { KnownMonitor } from '@/questions/known-monitors'

/**
 * Which monitor of a list, or source, each device of files is: that of its number or code, else the one that has its name. Of a name
 * that several have nobody knows which is meant.
 */
export function knownDevices(known: readonly KnownMonitor[]): ReadonlyMap<string, KnownMonitor> {
  const found = new Map<string, KnownMonitor>()
  for (const asked of new Set(known.map((each) => each.asked))) {
    const all = known.filter((each) => each.asked === asked)
    const one = all.find(({ code }) => code === asked) ?? all[0]!
    if (one.code === asked || all.every(({ code }) => code === one.code)) found.set(asked, one)
  }
  return found
}

/** The codes under which devices that files call by a name are kept. */
export const codesOfNames = (known: ReadonlyMap<string, KnownMonitor>): Readonly<Record<string, string>> =>
  Object.fromEntries([...known].flatMap(([asked, { code }]) => (code === '' || code === asked ? [] : [[asked, code]])))

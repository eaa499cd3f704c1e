import { grouped } from '@/domain/grouped'
import type { KnownMonitor } from '@/questions/known-monitors'

/**
 * Which monitor of a list, or source, each device of files is: that of its number or code, else the one that has its name. Of a name
 * that several have nobody knows which is meant.
 */
export function knownDevices(known: readonly KnownMonitor[]): ReadonlyMap<string, KnownMonitor> {
  const found = new Map<string, KnownMonitor>()
  for (const [asked, all] of grouped(
    known.filter(({ isGuess }) => !isGuess),
    (each) => each.asked,
  )) {
    const one = all.find(({ code }) => code === asked) ?? all[0]!
    if (one.code === asked || all.every(({ code }) => code === one.code)) found.set(asked, one)
  }
  return found
}

/** So many are offered. */
const OFFERED = 6

/** Which monitors or sources a device may be that is not surely one: those of one name, or whose names are like it. A person says which. */
export function guessedDevices(known: readonly KnownMonitor[]): ReadonlyMap<string, readonly KnownMonitor[]> {
  const sure = knownDevices(known)
  const open = grouped(
    known.filter(({ asked }) => !sure.has(asked)),
    (each) => each.asked,
  )
  return new Map([...open].map(([asked, all]) => [asked, all.slice(0, OFFERED)]))
}

/** The codes under which devices that files call by a name are kept. */
export const codesOfNames = (known: ReadonlyMap<string, KnownMonitor>): Readonly<Record<string, string>> =>
  Object.fromEntries([...known].flatMap(([asked, { code }]) => (code === '' || code === asked ? [] : [[asked, code]])))

import { grouped } from '@/domain/grouped'
import type { KnownMonitor } from '@/questions/monitors/known-monitors'

/**
 * The listed monitor or source for each device of the files: the one with its number or code, else the one with its
 * name. A name that several share is ambiguous and is left out.
 */
export function knownDevices(known: readonly KnownMonitor[]): ReadonlyMap<string, KnownMonitor> {
  const found = new Map<string, KnownMonitor>()
  for (const [asked, all] of grouped(
    known.filter(({ isGuess, isOfFileName }) => !isGuess && !isOfFileName),
    (each) => each.asked,
  )) {
    const one = all.find(({ code }) => code === asked) ?? all[0]!
    if (one.code === asked || all.every(({ code }) => code === one.code)) found.set(asked, one)
  }
  return found
}

/** Maximum number of candidates per device. */
const OFFERED = 6

/**
 * Candidates for devices that {@link knownDevices} can't identify: those that share the name, or have a
 * similar one. The user chooses.
 */
export function guessedDevices(known: readonly KnownMonitor[]): ReadonlyMap<string, readonly KnownMonitor[]> {
  const sure = knownDevices(known)
  const open = grouped(
    known.filter(({ asked, isOfFileName }) => !sure.has(asked) && !isOfFileName),
    (each) => each.asked,
  )
  return new Map([...open].map(([asked, all]) => [asked, all.slice(0, OFFERED)]))
}

/** Codes proposed for devices of files that name none, because the file's name begins with them; by device code. */
export const codesOfFileNames = (known: readonly KnownMonitor[]): Readonly<Record<string, string>> =>
  Object.fromEntries(known.flatMap(({ asked, code, isOfFileName }) => (isOfFileName ? [[asked, code]] : [])))

/** For devices that files identify by name: the codes under which they are stored. */
export const codesOfNames = (known: ReadonlyMap<string, KnownMonitor>): Readonly<Record<string, string>> =>
  Object.fromEntries([...known].flatMap(([asked, { code }]) => (code === '' || code === asked ? [] : [[asked, code]])))

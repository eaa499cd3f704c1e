import type { ListedMonitor } from '@/domain/sources/monitor-ties'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { codesAtStart } from '@/questions/search/code-at-start'
import { type KnownName, knownNames } from '@/questions/search/known-names'
import { similarNames } from '@/questions/search/similar-names'
import { summarise } from '@/questions/source/source-summary'

/** A device in a file, matched to the package. */
export interface KnownMonitor extends KnownName {
  /** Name of the source where a listed monitor stands; absent if the device is on no list, or its site is unknown. */
  readonly at?: string
  /** Set if only a part of the name matches: the user has to confirm it. */
  readonly isGuess?: boolean
  /** Set if the name of the file or sheet begins with the code: proposed, and the user has to check it. */
  readonly isOfFileName?: boolean
}

/**
 * Looks devices up by the name that a file uses: first a listed monitor by number, code or name, or by the name of a
 * source with only this monitor; then sources with this code or name; then, for `fileNames`, which stand for the device
 * of a file that names none, the longest code at their beginning; then the source with a similar name. `code` is the
 * code under which the readings are kept.
 */
export function knownMonitors(
  evaluated: EvaluatedPackage,
  asked: readonly string[],
  fileNames: readonly string[] = [],
): KnownMonitor[] {
  const sure = surelyKnown(evaluated, asked)
  const byName = new Set(fileNames)
  const begins = knownByStart(
    evaluated,
    without(asked, sure).filter((each) => byName.has(each)),
  )
  const known = [...sure, ...begins]
  return [...known, ...similarNames(evaluated, without(asked, known))]
}

function without(asked: readonly string[], known: readonly KnownMonitor[]): string[] {
  const found = new Set(known.map((each) => each.asked))
  return asked.filter((each) => !found.has(each))
}

/** The listed monitors and sources to which readings kept under these codes belong; names are not looked up. */
export function monitorsByCode(evaluated: EvaluatedPackage, asked: readonly string[]): KnownMonitor[] {
  const { byNumber } = evaluated.opened.ties
  const listed = asked.flatMap((each) => {
    const monitor = byNumber.get(each)
    return monitor ? [knownAs(evaluated, each, monitor)] : []
  })
  const others = knownNames(evaluated, without(asked, listed))
  return [...listed, ...others.filter(({ asked, code }) => code === asked)]
}

/** The monitors and sources with the longest code at the beginning of each name. */
function knownByStart(evaluated: EvaluatedPackage, names: readonly string[]): KnownMonitor[] {
  const starts = new Map(names.map((name) => [name, codesAtStart(name)]))
  const codes = [...new Set([...starts.values()].flat())]
  if (codes.length === 0) return []
  const known = new Map<string, KnownMonitor>()
  for (const each of monitorsByCode(evaluated, codes)) if (!known.has(each.asked)) known.set(each.asked, each)
  return [...starts].flatMap(([name, codes]) => {
    const code = codes.find((each) => known.has(each))
    return code === undefined ? [] : [{ ...known.get(code)!, asked: name, isOfFileName: true }]
  })
}

function knownAs(evaluated: EvaluatedPackage, asked: string, { source, numbers, at }: ListedMonitor): KnownMonitor {
  const { kind, name, code } = summarise(evaluated, source)
  const place = at === null ? {} : { at: summarise(evaluated, at).name }
  return { asked, kind, name, code: numbers[0] ?? code, ...place }
}

function surelyKnown(evaluated: EvaluatedPackage, asked: readonly string[]): KnownMonitor[] {
  const { opened } = evaluated
  const { ties } = opened
  if (ties.bySource.size === 0) return knownNames(evaluated, asked)
  const listed = new Map([...ties.byNumber].map(([number, monitor]) => [number, [monitor]]))
  for (const monitor of ties.bySource.values()) {
    const names = [monitor.source, ...(monitor.at === null ? [] : [monitor.at])]
    for (const name of names.map((source) => summarise(evaluated, source).name))
      if (name !== '' && !ties.byNumber.has(name) && !listed.get(name)?.includes(monitor))
        listed.set(name, [...(listed.get(name) ?? []), monitor])
  }
  const others: string[] = []
  const known = asked.flatMap((each): KnownMonitor[] => {
    const found = listed.get(each) ?? []
    if (found.length === 0) others.push(each)
    return found.map((monitor) => knownAs(evaluated, each, monitor))
  })
  return [...known, ...knownNames(evaluated, others)]
}

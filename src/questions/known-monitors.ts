import type { EvaluatedPackage } from './evaluated-package'
import { type KnownName, knownNames } from './known-names'
import { similarNames } from './similar-names'
import { summarise } from './source-summary'

/** A device in a file, matched to the package. */
export interface KnownMonitor extends KnownName {
  /** Name of the source where a listed monitor stands; absent if the device is on no list, or its site is unknown. */
  readonly at?: string
  /** Set if only a part of the name matches: the user has to confirm it. */
  readonly isGuess?: boolean
}

/**
 * Looks devices up by the name that a file uses: first a listed monitor by number, code or name, or by the name of a
 * source with only this monitor; then sources with this code or name; then the source with a similar name. `code` is
 * the code under which the readings are kept.
 */
export function knownMonitors(evaluated: EvaluatedPackage, asked: readonly string[]): KnownMonitor[] {
  const known = surelyKnown(evaluated, asked)
  const found = new Set(known.map((each) => each.asked))
  return [
    ...known,
    ...similarNames(
      evaluated,
      asked.filter((each) => !found.has(each)),
    ),
  ]
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
    return found.map(({ source, numbers, at }) => {
      const { kind, name, code } = summarise(evaluated, source)
      const place = at === null ? {} : { at: summarise(evaluated, at).name }
      return { asked: each, kind, name, code: numbers[0] ?? code, ...place }
    })
  })
  return [...known, ...knownNames(evaluated, others)]
}

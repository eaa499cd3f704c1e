import type { EvaluatedPackage } from './evaluated-package'
import { type KnownName, knownNames } from './known-names'
import { likeNames } from './like-names'
import { summarise } from './source-summary'

/** What a device of a file is, as far as a package tells. */
export interface KnownMonitor extends KnownName {
  /** What the source is called at which a listed monitor stands; absent where it is on no list, or nobody knows. */
  readonly at?: string
  /** Whether only a part of its name tells it: a person has to say that it is meant. */
  readonly isGuess?: boolean
}

/**
 * What lists of monitors and sources say of devices by what a file calls them: a monitor by its number, code or name, or by the name
 * of the source at which it alone stands; else the sources of that code or name; else the one whose name is like it. `code` is that under which its readings are kept.
 */
export function knownMonitors(evaluated: EvaluatedPackage, asked: readonly string[]): KnownMonitor[] {
  const known = surelyKnown(evaluated, asked)
  const found = new Set(known.map((each) => each.asked))
  return [
    ...known,
    ...likeNames(
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

import type { Field } from '@/domain/sources/kinds/field'
import { plainText } from '@/domain/sources/reading/cell'
import { bareHeading, headingParts } from './header'
import { fieldsInFile, type Target, type TargetRole } from './target'

/** Ending of the heading of a column that keeps what a file said where it could not be taken as it is. */
export const ORIGINAL = '（原文）'

/** What the import appends to an own heading of the file that it needs itself. */
export const OF_FILE = ' (原)'

/** Whether a column stands beside another, as what a file said of it, and is not that column. */
export const isBesideAnother = (heading: string): boolean =>
  heading.endsWith(ORIGINAL) || heading.endsWith(ORIGINAL + OF_FILE)

/** Words for recognising tables: the package's targets, and the headings of their fields. */
export interface Vocabulary {
  readonly targets: readonly Target[]
  /** @throws RangeError if the package has no table of this role. */
  target(role: TargetRole): Target
  /** Headings of a field without units, marks and blanks. */
  bareHeadings(field: Field): readonly string[]
  /** Whether offices use a heading for any field. */
  isKnownHeading(name: string): boolean
  /** Number of targets with a field of this name: 编号 is in many and says little, 物料 identifies the table. */
  targetsWith(field: string): number
}

/** The same month of last year, by its number. */
const LAST_YEAR = /^(去年|上年)(?:1[0-2]|0?[1-9])月份?/

/** A heading of a file, with and without its group; `去年11月` as `去年同月`. */
export const bareForms = (name: string): string[] =>
  [name, headingParts(name).at(-1)!]
    .map((heading) => bareHeading(heading).replace(LAST_YEAR, '$1同月'))
    .filter((text) => text !== '')

/** The vocabulary of some targets. */
export function vocabularyOf(targets: readonly Target[]): Vocabulary {
  const fields = targets.flatMap(fieldsInFile)
  const bare = new Map(fields.map((field) => [field, field.headings.map(bareHeading)]))
  const known = new Set(
    [...bare].flatMap(([{ name, title, headings }, bareOnes]) => [
      name.toLowerCase(),
      bareHeading(title.en),
      ...headings,
      ...bareOnes,
    ]),
  )
  const counts = new Map<string, number>()
  for (const { name } of fields) counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    targets,
    target(role) {
      const found = targets.find((target) => target.role === role)
      if (!found) throw new RangeError(`no table of role ${role}`)
      return found
    },
    bareHeadings: (field) => bare.get(field) ?? [],
    isKnownHeading: (name) =>
      known.has(plainText(name).toLowerCase()) || bareForms(name).some((text) => known.has(text)),
    targetsWith: (field) => counts.get(field) ?? 0,
  }
}

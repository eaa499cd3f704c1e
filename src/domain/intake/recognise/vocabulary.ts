import type { Field } from '@/domain/sources/kinds/field'
import { plainText } from '@/domain/sources/reading/cell'
import { bareHeading, headingParts } from './header'
import { fieldsInFile, type Target, type TargetRole } from './target'

/** The words by which tables are recognised: what a package can take in, and the headings of its fields. */
export interface Vocabulary {
  readonly targets: readonly Target[]
  /** @throws RangeError where the package has no table of this role. */
  target(role: TargetRole): Target
  /** Headings of a field without units, marks and blanks. */
  bareHeadings(field: Field): readonly string[]
  /** Whether a heading is one under which offices keep some field. */
  isKnownHeading(name: string): boolean
  /** In how many targets a field of this name stands: 编号 says little, 物料 says what the table is. */
  targetsWith(field: string): number
}

/** A heading of a file, with its group and without. */
export const bareForms = (name: string): string[] =>
  [name, headingParts(name).at(-1)!].map(bareHeading).filter((text) => text !== '')

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

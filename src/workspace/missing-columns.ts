import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { type Kind, nameMeaning } from '@/domain/sources/kinds/kind'
import { readingsOf } from '@/io/package/plan'

/** A column that requirements of the plan look at and that a file lacks. */
export interface MissingColumn {
  /** The heading that we write over it; offices may use others. */
  readonly heading: string
  readonly rules: readonly Pick<Rule, 'clause' | 'title'>[]
}

/** Worked out of the other columns where the file says nothing. */
const WORKED_OUT = ['county', 'lon', 'lat']

/** What surveys say of the sources of a kind comes in a table of its own. */
const surveyed = (kind: Kind): readonly string[] =>
  kind.surveys
    ? [
        ...kind.surveys.fields.map(({ name }) => name),
        ...(['surveyedOn', 'foundOn'] as const).flatMap((meaning) => nameMeaning(kind, meaning) ?? []),
      ]
    : []

/**
 * The columns that rules of a list's kind read and that no heading of the file was taken for: whatever its rows say, these
 * requirements find nothing to judge by. In the order of the kind's fields.
 */
export function missingColumns({ target, columns }: IntakePlan, rules: readonly Rule[]): MissingColumn[] {
  const kind = target.lists
  if (!kind) return []
  const elsewhere = new Set([...WORKED_OUT, ...surveyed(kind)])
  const counted = rules.filter((rule) => rule.kind === kind.id && !isAdvisory(rule))
  return kind.fields.flatMap(({ name, headings }) => {
    if (name in columns || elsewhere.has(name)) return []
    const asking = counted.filter((rule) => readingsOf(rule).some(([field]) => field === name))
    if (asking.length === 0) return []
    return { heading: headings[0]!, rules: asking.map(({ clause, title }) => ({ clause, title })) }
  })
}

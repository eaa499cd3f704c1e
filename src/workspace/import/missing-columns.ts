import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { fieldNameByMeaning, type Kind } from '@/domain/sources/kinds/kind'
import { readingsOf } from '@/io/package/plan'

/** A column that rules of the plan read and a file lacks. */
export interface MissingColumn {
  /** Our heading for it; offices may use others. */
  readonly heading: string
  readonly rules: readonly Pick<Rule, 'clause' | 'title'>[]
}

/** Derived from other columns if the file lacks them. */
const WORKED_OUT = ['county', 'lon', 'lat']

/** Fields set by surveys, which come in a table of their own. */
const surveyed = (kind: Kind): readonly string[] =>
  kind.surveys
    ? [
        ...kind.surveys.fields.map(({ name }) => name),
        ...(['surveyedOn', 'foundOn'] as const).flatMap((meaning) => fieldNameByMeaning(kind, meaning) ?? []),
      ]
    : []

/**
 * Columns read by the rules of a list's kind for which the file has no heading, so that these rules can't be judged.
 * In the order of the kind's fields.
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

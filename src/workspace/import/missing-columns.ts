import { bareHeading } from '@/domain/intake/recognise/header'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { bareForms, isBesideAnother } from '@/domain/intake/recognise/vocabulary'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { fieldNameByMeaning, type Kind } from '@/domain/sources/kinds/kind'
import { readingsOf } from '@/io/package/plan'

/** A column that rules of the plan read and a file lacks. */
export interface MissingColumn {
  /** Our heading for it; offices may use others. */
  readonly heading: string
  /** Heading of a column of the file that says the same, but whose cells are not values of it; null if there is none. */
  readonly seen: string | null
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
 * Columns read by the rules of a list's kind that the file has not, or not recognisably, so that these rules can't be judged.
 * In the order of the kind's fields.
 */
export function missingColumns(
  { target, columns, header, position }: IntakePlan,
  rules: readonly Rule[],
): MissingColumn[] {
  const kind = target.lists
  if (!kind) return []
  const elsewhere = new Set([...WORKED_OUT, ...surveyed(kind)])
  const used = new Set([...Object.values(columns), ...Object.values(position.columns ?? {})])
  const free = header.names.filter((_, column) => !used.has(column))
  const seen = (headings: readonly string[]) => {
    const words = new Set(headings.map(bareHeading))
    return free.find((name) => !isBesideAnother(name) && bareForms(name).some((form) => words.has(form))) ?? null
  }
  const counted = rules.filter((rule) => rule.kind === kind.id && !isAdvisory(rule))
  return kind.fields.flatMap(({ name, headings }) => {
    if (name in columns || elsewhere.has(name)) return []
    const asking = counted.filter((rule) => readingsOf(rule).some(([field]) => field === name))
    if (asking.length === 0) return []
    return {
      heading: headings[0]!,
      seen: seen(headings),
      rules: asking.map(({ clause, title }) => ({ clause, title })),
    }
  })
}

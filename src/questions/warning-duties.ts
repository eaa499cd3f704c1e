import { meantText } from '@/domain/sources/kinds/meant'
import { textAt } from '@/domain/table/column'
import { askedBy } from '@/domain/warnings/measure'
import type { Warning } from '@/domain/warnings/warning'
import type { EvaluatedPackage } from './evaluated-package'
import { type SourceSummary, summarise } from './source-summary'

/**
 * Whether a source has to respond; does so of its own will, as all that is asked of it leaves it free; or whether nobody knows, as
 * a field is absent that would say so.
 */
export type CalledRole = 'asked' | 'voluntary' | 'unclear'

/** A source that a warning asks something of. */
export interface CalledSource extends SourceSummary {
  readonly role: CalledRole
  /** Numbers of the measures of the package that are asked of it, and of those that may be: a field that would say so is absent. */
  readonly asked: readonly number[]
  readonly unclear: readonly number[]
  readonly operator: string
  readonly contact: string
  readonly phone: string
}

/** The sources of all that a warning asks something of, whatever is filtered; none where the package has no such warning. */
export function warningDuties(evaluated: EvaluatedPackage, code: string): readonly CalledSource[] {
  const warning = evaluated.opened.pack.warnings.find((each) => each.code === code)
  return warning ? calledBy(evaluated, warning) : []
}

function calledBy(evaluated: EvaluatedPackage, warning: Warning): CalledSource[] {
  const { pack, inventory } = evaluated.opened
  return evaluated.tables.flatMap((kind): CalledSource[] => {
    const { first, table } = kind
    const countyAt = (row: number) => textAt(inventory.sources, 'county', first + row)
    const roleOf = (asked: readonly number[]): CalledRole =>
      asked.length === 0
        ? 'unclear'
        : asked.every((number) => pack.warningMeasures[number]!.duty === 'voluntary')
          ? 'voluntary'
          : 'asked'
    const measures = pack.warningMeasures.flatMap((measure, number) =>
      measure.kind === kind.kind ? [{ number, asks: askedBy(warning, measure, table, countyAt) }] : [],
    )
    if (measures.length === 0) return []
    return Array.from({ length: table.length }, (_, row) => row).flatMap((row): CalledSource[] => {
      const found = measures.map(({ number, asks }) => [number, asks(row)] as const)
      const numbers = (is: 'in' | 'unknown') => found.flatMap(([number, asked]) => (asked === is ? [number] : []))
      const [asked, unclear] = [numbers('in'), numbers('unknown')]
      if (asked.length === 0 && unclear.length === 0) return []
      const text = (meaning: 'operator' | 'contact' | 'phone') => meantText(kind, meaning, row)
      return [
        {
          ...summarise(evaluated, first + row),
          ...{ role: roleOf(asked), asked, unclear },
          operator: text('operator'),
          contact: text('contact'),
          phone: text('phone'),
        },
      ]
    })
  })
}

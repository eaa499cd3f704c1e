import type { Position } from '@/domain/geodesy/position'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { findSource } from './find-source'

/** Place of a source, from its data. */
export interface VisitPlace {
  readonly kind: KindId
  readonly code: string
  /** Which of several sources with this code, from 1; the first if absent. */
  readonly nth?: number
  /** County code; '' if unknown. */
  readonly county: string
  readonly address: string
  /** Contact person with telephone; '' if unknown. */
  readonly contact: string
  readonly position: Position | null
}

/** Places of sources that records refer to; sources no longer in the data are left out. */
export function visitPlaces(
  evaluated: EvaluatedPackage,
  sources: readonly Pick<VisitPlace, 'kind' | 'code' | 'nth'>[],
): VisitPlace[] {
  return sources.flatMap(({ kind, code, nth }) => {
    const found = findSource(evaluated, kind, code, nth)
    if (!found) return []
    // A kind may have several files.
    const table = evaluated.tables.find(
      ({ first, table: { length } }) => found.source >= first && found.source < first + length,
    )
    const said = (meaning: 'address' | 'contact' | 'phone') =>
      table ? textByMeaning(table, meaning, found.source - table.first) : ''
    const contact = [said('contact'), said('phone')].filter(Boolean).join(' ')
    const of = { kind, code, ...(nth && { nth }) }
    return [{ ...of, county: found.county, address: said('address'), contact, position: found.position }]
  })
}

import type { TFunction } from 'i18next'
import { countyName } from '@/domain/sources/county'
import type { PaperTable } from '@/io/papers/papers'
import { shortDevice } from '@/ledger/device'
import { targetKey } from '@/ledger/shared-code'
import { asCounted, type Visit, visitWords } from '@/ledger/visit'
import { type CoverageRow, visitCoverage } from '@/ledger/visit-coverage'
import type { Dataset } from '@/questions/dataset'
import type { VisitPlace } from '@/questions/source/visit-places'
import { countsOfVisit } from '@/store/words/inspection-line'

/** Places of the visited sources, by source key. */
export type Places = ReadonlyMap<string, VisitPlace>

/** Names of the people who made a visit, or the short id of the device if none was entered. */
export const teamOf = (visit: Visit): readonly string[] => {
  const { authors } = visitWords(visit)
  return authors.length > 0 ? authors : [shortDevice(visit.device)]
}

/** Coverage by week, county and team. The place comes from the package, or from the record of a found source. */
export const coverageRows = (
  dataset: Dataset,
  visits: readonly Visit[],
  places: Places,
  isReturned: (visit: Visit) => boolean,
): CoverageRow[] =>
  visitCoverage(visits, {
    team: (visit) => teamOf(visit).join('、'),
    county: ({ target }) => places.get(targetKey(target))?.county ?? '',
    counts: (visit) => countsOfVisit(dataset, asCounted(visit)),
    isReturned,
  })

const HEADINGS = ['week', 'county', 'team', 'visits', 'sources', 'failing', 'partial', 'unseen', 'returned'] as const

/** The coverage rows as a table in the given language. */
export function coverageTable(
  t: TFunction<'texts'>,
  dataset: Dataset,
  rows: readonly CoverageRow[],
  language: string,
): PaperTable {
  return {
    title: t('patrol.coverage'),
    headings: HEADINGS.map((each) => t(`patrol.column.${each}`)),
    formats: HEADINGS.map((_, i) => (i < 3 ? 'text' : 'whole')),
    widths: [15, 14, 17, 9, 9, 9, 9, 9, 9],
    rows: rows.map(({ week, county, team, visits, sources, failing, partial, unseen, returned }) => [
      week,
      county === '' ? t('filters.noCounty') : countyName(dataset, county, language),
      team,
      visits,
      sources,
      failing,
      partial,
      unseen,
      returned,
    ]),
    over: rows.map(() => false),
  }
}

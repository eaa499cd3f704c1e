import { addMonths, type Month } from '@/domain/calendar'
import type { PublishedFigure } from '@/domain/dustfall/county-month'
import { monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { useChentu } from '@/store/chentu'

const LAST: Month = '2022-10'
const COUNTIES = [
  { code: 'a', name: '甲县', nameEn: 'Jia' },
  { code: 'b', name: '乙县', nameEn: 'Yi' },
  { code: 'c', name: '丙县', nameEn: 'Bing' },
]

interface Change {
  readonly published?: readonly PublishedFigure[]
  /** Stored settings of the meeting. */
  readonly meeting?: object
  /** The data class of its dustfall: real if not given. */
  readonly dataClass?: DataClass
}

/** Opens a package with twelve months of three counties, of which 丙县 has no point: 甲县 measured 6, 乙县 8. */
export function openMeeting({ published = [], meeting = {}, dataClass = 'real' }: Change = {}): void {
  const months = Array.from({ length: 12 }, (_, i) => addMonths(LAST, i - 11))
  const record = { sample: null, valid: true, reason: '' }
  const series = dustfallSeries({
    ranked: COUNTIES.map(({ code }) => code),
    points: [
      { code: 'a0', county: 'a' },
      { code: 'b0', county: 'b' },
    ],
    records: months.flatMap((month) => [
      { ...record, point: 'a0', month, given: 6 },
      { ...record, point: 'b0', month, given: 8 },
    ]),
    published,
    belowDetectionShare: 0.5,
  })
  const dataset = {
    name: 'city',
    settings: {
      city: { zh: '某市', en: 'A city' },
      dustfall: { limit: 7, limitSource: { zh: '', en: '' } },
      meeting: { agenda: [], template: null, counties: [], ...meeting },
    },
    reports: months.map((month) => monthReport(series, month, 7)),
    counties: COUNTIES.map((county) => ({ ...county, aliases: [], ranked: true })),
    clauses: [],
    rules: [],
    kinds: [],
    warnings: [],
    dustfallPoints: [],
    glossary: {},
    provenance: [{ role: 'dustfall-samples', dataClass }],
  }
  const ring = { radiusMetres: 25_000, basis: 'centre' }
  useChentu.setState({ opened: { dataset, ring, shown: {} }, address: 'https://office.example/data/' } as never)
}

/** Changes the wall’s month, as the speaker’s window does. */
export const showMonth = (month: Month) => useChentu.setState(({ view }) => ({ view: { ...view, month } }))

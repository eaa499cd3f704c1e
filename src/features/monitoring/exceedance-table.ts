import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type DoubtVerdicts, undismissedDoubts, wrongHoursOf } from '@/domain/monitoring/doubts/verdict'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { doubtVerdicts, type Verdicts } from '@/ledger/verdicts'
import type { ExceedanceList, ListedExceedance } from '@/questions/monitors/exceedance-list'
import { percentFigure } from '@/store/words/measured'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { verdictCounts } from '@/store/words/verdict-text'

/** Whether doubts remain that nobody dismissed as "valid", and how many hours were found invalid. */
const doubtCells = (
  t: TFunction<'texts'>,
  exceedance: Pick<ListedExceedance, 'doubts' | 'device' | 'parameter' | 'from' | 'until'>,
  verdicts: DoubtVerdicts,
): ExportValue[] => [
  t(undismissedDoubts(verdicts, exceedance.doubts, exceedance).length > 0 ? 'detail.yes' : 'detail.no'),
  wrongHoursOf(verdicts, exceedance),
]

/** The exceedances of all devices as a table, one row per unbroken run of hours. */
export function exceedanceTable(
  t: TFunction<'texts'>,
  { rows: found }: Pick<ExceedanceList, 'rows'>,
  countyOf: (code: string) => string,
  verdicts: Verdicts,
  language: string,
  about: readonly (readonly [string, string])[],
): ExportTable {
  const told = doubtVerdicts(verdicts)
  const rows = found.map((each): ExportValue[] => {
    const { device, place, parameter, limit, from, until, hours, value, compared, allowedUpTo, share } = each
    const figure = (of: number) => Number(valueText(of, parameter))
    return [
      device,
      place?.listed?.name ?? null,
      place?.name ?? null,
      place?.code ?? null,
      place?.county ? countyOf(place.county) : null,
      t(`monitoring.names.${parameter}`),
      limit.averaging,
      hourText(from),
      hourText(until),
      hours,
      figure(value),
      compared === null ? t('monitoring.exceedances.notTakenOff') : figure(compared),
      figure(allowedUpTo),
      PARAMETER_FACTS[parameter].unit,
      inLanguage(limit.source, language) + (limit.confirmed ? '' : t('monitoring.exceedances.unconfirmed')),
      percentFigure(share),
      ...doubtCells(t, each, told),
      verdictCounts(t, verdicts, each.doubts, each) || null,
    ]
  })
  return {
    title: t('monitoring.exceedances.title'),
    headings: (
      [
        'code',
        'name',
        'site',
        'siteCode',
        'county',
        'parameter',
        'averaging',
        'from',
        'until',
        'hours',
        'value',
        'compared',
        'limit',
        'unit',
        'source',
        'share',
        'doubted',
        'wrong',
        'verdicts',
      ] as const
    ).map((heading) => t(`monitoring.exceedances.headings.${heading}`)),
    rows,
    positions: found.map(({ place }) => place?.position ?? null),
    place: [t('monitoring.list.lon'), t('monitoring.list.lat')],
    about: { title: t('about.title'), lines: about },
  }
}

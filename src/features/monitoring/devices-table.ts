import type { TFunction } from 'i18next'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { doubtVerdicts, type Verdicts } from '@/ledger/verdicts'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { percentFigure } from '@/store/words/measured'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { verdictCounts } from '@/store/words/verdict-text'
import { decidedFindings, type Findings, nameOf, overOf } from './shown-devices'

/**
 * The devices shown as a table, in display order; unknown figures are empty cells. As on the screen, hours found invalid
 * do not count as hours above a limit.
 */
export function devicesTable(
  t: TFunction<'texts'>,
  lines: readonly MonitorLine[],
  findings: Findings,
  verdicts: Verdicts,
  parameter: Parameter,
  countyOf: (code: string) => string,
  about: readonly (readonly [string, string])[],
): ExportTable {
  const { unit } = PARAMETER_FACTS[parameter]
  const text = (value: number | null): ExportValue => (value === null ? null : Number(valueText(value, parameter)))
  const decided = decidedFindings(findings, doubtVerdicts(verdicts), parameter)
  const rows = lines.map((line): ExportValue[] => {
    const found = findings.get(line.device)
    return [
      line.device,
      nameOf(line),
      line.place?.county ? countyOf(line.place.county) : null,
      text(line.value),
      t(line.isOnline ? 'monitoring.online' : 'monitoring.offline'),
      line.last === null ? null : hourText(line.last),
      line.share === null ? null : percentFigure(line.share),
      overOf(decided, line.device),
      found && found.over !== null ? decided.get(line.device)!.wrong : null,
      found && found.limits.length > 0
        ? t(found.limits.every(({ limit }) => limit.confirmed) ? 'detail.yes' : 'detail.no')
        : null,
      found?.alarms === 'alone' ? t('monitoring.list.alone') : (found?.alarms ?? null),
      decided.get(line.device)?.doubts.length ?? null,
      found ? verdictCounts(t, verdicts, found.doubts) || null : null,
    ]
  })
  return {
    title: t('monitoring.title'),
    headings: [
      t('monitoring.list.code'),
      t('monitoring.list.name'),
      t('monitoring.list.county'),
      `${t('monitoring.list.value')} ${t(`monitoring.names.${parameter}`)} (${unit})`,
      t('monitoring.list.state'),
      t('monitoring.list.last'),
      t('monitoring.list.shareOf'),
      t('monitoring.list.overHours'),
      t('monitoring.calendar.wrongHours'),
      t('monitoring.list.limitState'),
      t('monitoring.list.alarmHours'),
      t('monitoring.list.doubtCount'),
      t('monitoring.table.verdicts'),
    ],
    rows,
    positions: lines.map(({ place }) => place?.position ?? null),
    place: [t('monitoring.list.lon'), t('monitoring.list.lat')],
    about: { title: t('about.title'), lines: about },
  }
}

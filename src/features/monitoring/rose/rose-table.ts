import type { TFunction } from 'i18next'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { PollutionRose, RoseMean, RoseRule } from '@/domain/monitoring/pollution-rose'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { valueText } from '@/store/words/monitor-figures'

/** The range of a speed class, in words. */
export function classText(t: TFunction<'texts'>, { calmBelow, speeds }: RoseRule, nth: number): string {
  const [from, until] = [nth === 0 ? calmBelow : speeds[nth - 1]!, speeds[nth]]
  return until === undefined ? t('monitoring.rose.from', { from }) : t('monitoring.rose.between', { from, until })
}

/** The rose as a table: a row per direction and one for calm air; mean and hours for all speeds and for each class. */
export function roseTable(
  t: TFunction<'texts'>,
  { sectors, calm }: PollutionRose,
  rule: RoseRule,
  parameter: Parameter,
  nameOf: (sector: number) => string,
  title: string,
  about: readonly (readonly [string, string])[],
): ExportTable {
  const { unit } = PARAMETER_FACTS[parameter]
  const pair = ({ mean, hours }: RoseMean): ExportValue[] => [
    mean === null ? null : Number(valueText(mean, parameter)),
    hours,
  ]
  const fewText = ({ hours }: RoseMean) =>
    hours < rule.leastHours ? t('monitoring.rose.few', { least: rule.leastHours }) : null
  const nothing = [...rule.speeds, null].flatMap((): ExportValue[] => [null, null])
  const headed = (what: string) => [
    `${what} ${t('monitoring.rose.mean')} (${unit})`,
    `${what} ${t('monitoring.rose.hours')}`,
  ]
  const rows: ExportValue[][] = [
    ...sectors.map((of, at) => [nameOf(at), ...pair(of), ...of.classes.flatMap(pair), fewText(of)]),
    [t('monitoring.rose.calm'), ...pair(calm), ...nothing, fewText(calm)],
  ]
  return {
    title,
    headings: [
      t('monitoring.rose.direction'),
      ...headed(t('monitoring.rose.allSpeeds')),
      ...[...rule.speeds, null].flatMap((_, nth) => headed(classText(t, rule, nth))),
      t('monitoring.rose.note'),
    ],
    rows,
    positions: rows.map(() => null),
    place: ['', ''],
    about: { title: t('about.title'), lines: about },
  }
}

import type { TFunction } from 'i18next'
import { grouped } from '@/domain/grouped'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import type { DoubtedHours } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import { timesText, valueText } from './monitor-figures'

/** Reason for a doubt, in words with its figures. */
export function doubtText(t: TFunction<'texts'>, { kind, figures, from, until }: Doubt, parameter: Parameter): string {
  const shown = Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name,
      typeof figure !== 'number' ? figure : name === 'factor' ? timesText(figure) : valueText(figure, parameter),
    ]),
  )
  const whole = 'whole' in figures ? t(`monitoring.names.${figures.whole}`) : ''
  return t(`monitoring.doubt.${kind}`, {
    ...shown,
    whole,
    flag: 'flag' in figures ? t(`monitoring.flags.${figures.flag}`) : '',
    hours: Math.round((until - from) / 60),
    clockHours: 'hours' in figures ? figures.hours : '',
  })
}

/** The kinds of some doubts, each with its number if there are several. */
export function doubtKinds(t: TFunction<'texts'>, doubts: readonly Pick<Doubt, 'kind'>[]): string {
  const kinds = [...grouped(doubts, ({ kind }) => kind)].map(([kind, some]) => {
    const verdict = t(`monitoring.doubtKind.${kind}`)
    return some.length === 1 ? verdict : t('monitoring.verdict.count', { verdict, count: some.length })
  })
  return kinds.join(t('ui.comma'))
}

/**
 * Sentences on the hours that a person found invalid and that are left out, and on undecided ones; only for non-zero
 * counts. `isOfSeveral`: the hours of several devices added up, so device-hours.
 */
export const doubtedLines = (
  t: TFunction<'texts'>,
  { wrong, open }: DoubtedHours,
  isOfSeveral = false,
): readonly string[] => [
  ...(wrong > 0 ? [t(isOfSeveral ? 'monitoring.leftOutOfAll' : 'monitoring.leftOut', { count: wrong })] : []),
  ...(open > 0 ? [t(isOfSeveral ? 'monitoring.undecidedOfAll' : 'monitoring.undecided', { count: open })] : []),
]

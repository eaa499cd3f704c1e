import type { TFunction } from 'i18next'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import type { DoubtedHours } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import { timesText, valueText } from './monitor-figures'

/** Why something is doubted, in words with its figures. */
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

/** What of hours with a figure a person found wrong and is left out, and of what of the others nobody has decided; a sentence for each, where there is any. `isOfSeveral`: they are added up over devices, of which several may have the same hour. */
export const doubtedLines = (
  t: TFunction<'texts'>,
  { wrong, open }: DoubtedHours,
  isOfSeveral = false,
): readonly string[] => [
  ...(wrong > 0 ? [t(isOfSeveral ? 'monitoring.leftOutOfAll' : 'monitoring.leftOut', { count: wrong })] : []),
  ...(open > 0 ? [t(isOfSeveral ? 'monitoring.undecidedOfAll' : 'monitoring.undecided', { count: open })] : []),
]

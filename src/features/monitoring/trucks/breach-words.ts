import type { TFunction } from 'i18next'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { BreachLine } from '@/questions/truck-card'
import { DOT } from '@/ui/dot'

/** Tells a suspected breach from all others of its month. */
export const breachId = ({ plate, kind, of, from }: BreachLine): string => `${plate} ${kind} ${of} ${from}`

/** The day on which it began. */
export const breachDay = ({ from }: BreachLine): IsoDay => formatDay(dayOf(from))

/** What it is, and the figure of it. */
export const breachText = (t: TFunction<'texts'>, { kind, figure }: Pick<BreachLine, 'kind' | 'figure'>): string =>
  [t(`trucks.breach.${kind}`), ...(figure === null ? [] : [t('trucks.breachFigure', { kmh: figure.toFixed(0) })])].join(
    DOT,
  )

import type { TFunction } from 'i18next'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { BreachLine } from '@/questions/trucks/truck-card'
import { DOT } from '@/ui/dot'

/** Key of a suspected breach, unique within the month. */
export const breachId = ({ plate, kind, of, from }: BreachLine): string => `${plate} ${kind} ${of} ${from}`

/** The day on which the breach began. */
export const breachDay = ({ from }: BreachLine): IsoDay => formatDay(dayOf(from))

/** The kind of breach, the name of the banned line, and its figure. */
export const breachText = (
  t: TFunction<'texts'>,
  { kind, figure, roadName }: Pick<BreachLine, 'kind' | 'figure' | 'roadName'>,
): string =>
  [
    t(`trucks.breach.${kind}`),
    ...(roadName === null ? [] : [roadName]),
    ...(figure === null ? [] : [t('trucks.breachFigure', { kmh: figure.toFixed(0) })]),
  ].join(DOT)

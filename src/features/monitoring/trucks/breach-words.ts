import type { TFunction } from 'i18next'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { BreachLine } from '@/questions/trucks/truck-card'
import type { BreachCounts } from '@/questions/trucks/truck-month'
import { DOT } from '@/ui/dot'

/** Key of a suspected breach, unique within the month. */
export const breachId = ({ plate, kind, of, from }: BreachLine): string => `${plate} ${kind} ${of} ${from}`

/** The day on which the breach began. */
export const breachDay = ({ from }: BreachLine): IsoDay => formatDay(dayOf(from))

/** The kind of breach, the site that the truck left or the name of the banned line, and its figure. */
export const breachText = (
  t: TFunction<'texts'>,
  { kind, figure, roadName, left }: Pick<BreachLine, 'kind' | 'figure' | 'roadName' | 'left'>,
): string =>
  [
    t(`trucks.breach.${kind}`),
    ...(left === null ? [] : [t('trucks.breachLeft', { name: left })]),
    ...(roadName === null ? [] : [roadName]),
    ...(figure === null ? [] : [t('trucks.breachFigure', { kmh: figure.toFixed(0) })]),
  ].join(DOT)

/** Number of breaches of each kind. */
export const breachCounts = (breaches: readonly Pick<BreachLine, 'kind'>[]): BreachCounts =>
  Object.fromEntries(
    BREACHES.map((kind) => [kind, breaches.filter((each) => each.kind === kind).length]),
  ) as unknown as BreachCounts

import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { isMoved } from '@/store/words/case-place'
import { Button } from '@/ui/controls/Button'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './RoundDialog.module.css'
import type { RoundLine } from './use-existing-round-stops'

interface Props {
  /** In route order; null until known. */
  readonly stops: readonly RoundLine[] | null
  readonly metres: number
  /** The case whose place the route starts at; null if the round has no case or the case has no place. */
  readonly place: { readonly title: string; readonly position: Position } | null
  /** Whether a round must have at least one stop. */
  readonly isNeeded: boolean
  /** Number of sources without a position. */
  readonly unplaced: number
  onDrop(stop: RoundLine): void
  /** Restores the stops that were left out; null if none were. */
  readonly onAll: (() => void) | null
}

/**
 * The stops of a round before it is given out: the fixed place of its case, and sources, each of which can be left out.
 * A source that stands at the case's place is one stop with it.
 */
export function RoundStops({ stops, metres, place, isNeeded, unplaced, onDrop, onAll }: Props) {
  const { t } = useTranslation()
  if (!stops) return <Skeleton lines={4} />
  const isAtCase = ({ position }: RoundLine) =>
    place !== null && position !== null && !isMoved(place.position, position)
  const ownPlace = stops.some(isAtCase) ? null : place
  const count = stops.length + (ownPlace === null ? 0 : 1)
  if (count === 0 && isNeeded) return <p role="alert">{t('orders.none')}</p>
  return (
    <section aria-label={t('orders.stops')}>
      <p className="quiet">
        {count > 0 && t('orders.way', { count, km: (metres / 1000).toFixed(1) })}
        {unplaced > 0 && t('orders.unplaced', { count: unplaced })}{' '}
        {onAll && (
          <Button weight="quiet" onClick={onAll}>
            {t('orders.takeAll')}
          </Button>
        )}
      </p>
      <ol className={classes.stops}>
        {ownPlace !== null && (
          <li>
            <span aria-hidden="true">{t('cases.map.open')}</span>
            <span title={ownPlace.title}>{t('orders.casePlace', { name: ownPlace.title })}</span>
          </li>
        )}
        {stops.map((stop, i) => (
          <li key={stop.key}>
            <span aria-hidden="true">{i + 1}</span>
            <span title={stop.name}>{isAtCase(stop) ? t('orders.atCase', { name: stop.name }) : stop.name}</span>
            <Button weight="quiet" aria-label={t('orders.drop', { name: stop.name })} onClick={() => onDrop(stop)}>
              {'×'}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './RoundDialog.module.css'
import type { Candidate } from './use-candidates'

interface Props {
  /** In the order of the way; null until they are known. */
  readonly stops: readonly Candidate[] | null
  readonly metres: number
  /** Whether a round without one is none. */
  readonly isNeeded: boolean
  /** So many have no position. */
  readonly unplaced: number
  onDrop(stop: Candidate): void
  /** Takes in again what was left out; null where nothing was. */
  readonly onAll: (() => void) | null
}

/** The stops of a round before it is given out, each of which can be left out. */
export function RoundStops({ stops, metres, isNeeded, unplaced, onDrop, onAll }: Props) {
  const { t } = useTranslation()
  if (!stops) return <Skeleton lines={4} />
  if (stops.length === 0) return isNeeded ? <p role="alert">{t('orders.none')}</p> : null
  return (
    <section aria-label={t('orders.stops')}>
      <p className="quiet">
        {t('orders.way', { count: stops.length, km: (metres / 1000).toFixed(1) })}
        {unplaced > 0 && t('orders.unplaced', { count: unplaced })}{' '}
        {onAll && (
          <Button weight="quiet" onClick={onAll}>
            {t('orders.takeAll')}
          </Button>
        )}
      </p>
      <ol className={classes.stops}>
        {stops.map((stop, i) => (
          <li key={stop.source}>
            <span aria-hidden="true">{i + 1}</span>
            <span title={stop.name}>{stop.name}</span>
            <Button weight="quiet" aria-label={t('orders.drop', { name: stop.name })} onClick={() => onDrop(stop)}>
              {'×'}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

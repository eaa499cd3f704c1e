import { useTranslation } from 'react-i18next'
import { distanceMetres } from '@/domain/geodesy/distance'
import { deliveryOf } from '@/ledger/delivery'
import { type FoundEvent, foundDay } from '@/ledger/discovery'
import type { SourceRef } from '@/ledger/references'
import { useLedger } from '@/store/ledger'
import { useFoundWords } from '@/store/words/found-facts'
import { withdrawalLine } from '@/store/words/inspection-line'
import { foundPlaceText } from '@/store/words/place'
import classes from './FoundNear.module.css'
import { useDistanceWords } from './use-distance-words'
import type { Origin } from './use-origin'

interface Props {
  readonly found: readonly FoundEvent[]
  readonly origin: Origin
  onOpen(source: SourceRef): void
}

/**
 * Sources that teams found and that are on no list yet, nearest first, so that nobody registers one twice. Press one to
 * open it.
 */
export function FoundNear({ found, origin, onOpen }: Props) {
  const { t } = useTranslation()
  const { from } = useDistanceWords(origin)
  const { state, exchanged, device } = useLedger()
  const words = useFoundWords()
  const handing = deliveryOf(exchanged, state)
  const isReturned = (event: FoundEvent) => event.device === device && handing(event).state === 'returned'
  const withdrawn = [...state.values()].flatMap((target) =>
    target.withdrawn.filter(({ event }) => event.body.type === 'discovery'),
  )
  const near = found
    .map((event) => ({ event, metres: distanceMetres(origin.position, event.body.position) }))
    .sort((a, b) => a.metres - b.metres)
  return (
    <>
      {near.length > 0 && (
        <section aria-label={t('check.unlisted')} className={classes.found}>
          <h3>{t('check.unlistedCount', { count: found.length })}</h3>
          <ul>
            {near.map(({ event, metres }) => (
              <li key={event.id}>
                <button type="button" onClick={() => onOpen(event.body.target)}>
                  <strong>{event.body.target.name}</strong>
                  <span className="quiet">
                    {[
                      ...(isReturned(event) ? [t('handing.state.returned')] : []),
                      ...[from(metres), ...words.head(event), foundPlaceText(t, event.body)],
                      ...[foundDay(event), event.body.note],
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {withdrawn.length > 0 && (
        <details className={classes.found}>
          <summary>{t('spot.withdrawn', { count: withdrawn.length })}</summary>
          {withdrawn.map(({ event, by }) => (
            <p key={event.id}>
              <s>{event.body.target.name}</s> {withdrawalLine(t, by)}
            </p>
          ))}
        </details>
      )}
    </>
  )
}

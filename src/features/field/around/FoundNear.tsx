import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { FoundEvent } from '@/ledger/found-file'
import classes from './FoundNear.module.css'

interface Props {
  readonly found: readonly FoundEvent[]
  readonly from: Position
}

/** The sources that teams found and that no list has yet, nearest first: nobody need register one twice. */
export function FoundNear({ found, from }: Props) {
  const { t } = useTranslation()
  if (found.length === 0) return null
  const near = found
    .map((event) => ({ event, metres: distanceMetres(from, event.body.position) }))
    .sort((a, b) => a.metres - b.metres)
  return (
    <section aria-label={t('check.unlisted')} className={classes.found}>
      <h3>{t('check.unlistedCount', { count: found.length })}</h3>
      <ul>
        {near.map(({ event: { id, at, body }, metres }) => (
          <li key={id}>
            <strong>{body.target.name}</strong>
            <span className="quiet">
              {[`${Math.round(metres)} ${t('near.metres')}`, dayOfInstant(at), body.note].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

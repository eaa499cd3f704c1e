import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { azimuthDegrees } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { readPosition } from '@/domain/intake/typed-position'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { SourceKind } from '@/domain/sources/schema'
import { targetKey } from '@/ledger/fold'
import { SourceSymbol } from '@/map/SourceSymbol'
import { useChentu, useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { countyName } from '@/store/names'
import type { NearSource } from '@/workers/answers'
import { datasetWorker } from '@/workers/client'
import { CheckForm } from './CheckForm'
import classes from './Field.module.css'
import { HandOver } from './HandOver'
import { Round } from './Round'

const RANGES_KM = [0.5, 1, 3] as const
const MOST = 60

interface Origin {
  readonly position: Position
  /** Null where a person chose the position. */
  readonly accuracyMetres: number | null
}

function useNeighbours(origin: Origin, km: number): readonly NearSource[] {
  const [found, setFound] = useState<readonly NearSource[]>([])
  useEffect(() => {
    let stale = false
    void datasetWorker()
      .nearest(origin.position, MOST, km * 1000)
      .then((rows) => !stale && setFound(rows))
    return () => {
      stale = true
    }
  }, [origin, km])
  return found
}

/** The sources near a chosen or measured position, worst first or nearest first. */
export default function Field() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const selected = useChentu((state) => state.selected)
  const setView = useChentu((state) => state.setView)
  const load = useLedger((all) => all.load)
  const state = useLedger((all) => all.state)
  const blocked = useLedger((all) => all.blocked)
  const events = useLedger((all) => all.events)
  const [origin, setOrigin] = useState<Origin>(() => ({ position: [...dataset.settings.centre], accuracyMetres: null }))
  const [typed, setTyped] = useState('')
  const [message, setMessage] = useState('')
  const [km, setKm] = useState<number>(1)
  const [worstFirst, setWorstFirst] = useState(true)
  const found = useNeighbours(origin, km)
  const cards = worstFirst
    ? [...found].sort((a, b) => b.status - a.status || b.overdueDays - a.overdueDays || a.metres - b.metres)
    : found

  useEffect(() => void load(), [load])

  /** When a source was last looked at by somebody of this ledger. */
  function seen(kind: SourceKind, code: string): string {
    const last = state.get(targetKey({ kind, code }))?.inspections.at(-1)
    return last ? ` · ${t('check.seen', { day: last.at.slice(0, 10) })}` : ''
  }

  function locate() {
    setMessage(t('near.locating'))
    const refuse = () => setMessage(t('near.denied'))
    if (!navigator.geolocation) return refuse()
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setOrigin({ position: [coords.longitude, coords.latitude], accuracyMetres: coords.accuracy })
        setMessage('')
      },
      refuse,
      { enableHighAccuracy: true, timeout: 20_000 },
    )
  }

  function find(event: React.FormEvent) {
    event.preventDefault()
    const position = readPosition(typed)
    if (position) setOrigin({ position, accuracyMetres: null })
    setMessage(position ? '' : t('near.invalid'))
  }

  if (selected) {
    return (
      <div className={classes.field}>
        <CheckForm
          key={targetKey(selected)}
          source={selected}
          position={origin.accuracyMetres === null ? null : origin.position}
          accuracyMetres={origin.accuracyMetres}
          onClose={() => setView({ selected: null })}
        />
      </div>
    )
  }
  return (
    <div className={classes.field}>
      <h2>{t('near.title')}</h2>
      {events && events.size > 0 && <p className="quiet">{t('check.holds', { count: events.size })}</p>}
      {blocked && <p role="alert">{t('check.blocked')}</p>}
      <form className={classes.from} onSubmit={find}>
        <button type="button" className={classes.main} onClick={locate}>
          {t('near.locate')}
        </button>
        <input
          aria-label={t('near.coordinates')}
          placeholder={t('near.coordinates')}
          inputMode="text"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit">{t('near.go')}</button>
      </form>
      <p role="status" className="quiet">
        {message || t('near.from', { lon: origin.position[0].toFixed(5), lat: origin.position[1].toFixed(5) })}
        {origin.accuracyMetres !== null && ` · ${t('near.accuracy', { metres: Math.round(origin.accuracyMetres) })}`}
      </p>
      <div className={classes.choices}>
        {RANGES_KM.map((range) => (
          <button key={range} type="button" aria-pressed={km === range} onClick={() => setKm(range)}>
            {t('near.within', { km: range })}
          </button>
        ))}
        <button type="button" onClick={() => setWorstFirst(!worstFirst)}>
          {t(worstFirst ? 'near.worst' : 'near.nearest')}
        </button>
      </div>
      <Round start={origin.position} from={cards} />
      {cards.length === 0 && <p>{t('near.empty')}</p>}
      <ol>
        {cards.map(({ source, kind, code, name, county, dataClass, position, metres, ...card }) => {
          const status = STATUS_NAMES[card.status]!
          const azimuth = azimuthDegrees(origin.position, position!)
          const days = card.overdueDays
          return (
            <li key={source}>
              <button
                type="button"
                className={classes.card}
                data-status={status}
                onClick={() => setView({ selected: { kind, code } })}
              >
                <svg
                  width="48"
                  height="48"
                  viewBox="-24 -24 48 48"
                  role="img"
                  aria-label={t('near.direction', { azimuth: Math.round(azimuth) })}
                >
                  <circle r="23" fill="var(--ground)" />
                  <path d="M0 -14 L9 11 L0 5 L-9 11 Z" fill="var(--ink)" transform={`rotate(${azimuth})`} />
                </svg>
                <span className={classes.what}>
                  <strong>{name}</strong>
                  <b className={classes.state}>
                    {days > 0 ? t('findings.overdueDays', { days }) : t(`status.${status}`)}
                  </b>
                  <span className="quiet">
                    <SourceSymbol kind={kind} status={status} /> {t(`kind.${kind}`)} ·{' '}
                    {countyName(dataset, county, i18n.language)} · {t(`dataClass.${dataClass}`)}
                    {seen(kind, code)}
                  </span>
                </span>
                <span className={classes.metres}>
                  {Math.round(metres)}
                  <small>{t('near.metres')}</small>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <HandOver />
    </div>
  )
}

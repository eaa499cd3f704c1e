import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { SECTOR_DEGREES, type Wind, windSector } from '@/domain/geodesy/upwind'
import { COMPASS, COMPASS_DEGREES, readWindRose } from '@/domain/geodesy/wind-rose'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import panel from '@/features/explore/panels.module.css'
import { SourceSymbol } from '@/map/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useMapTool } from '@/store/map-tool'
import classes from './UpwindPanel.module.css'
import { WorsenedPoints } from './WorsenedPoints'

const MOST = 50
const REACHES_KM = [2, 5, 10] as const

interface Receptor {
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly over: boolean
  readonly position: Position
}

/** Points with a value of the month and the counties they are of, the largest value first. */
function useReceptors(): readonly Receptor[] {
  const { i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return []
  const places = new Map(
    dataset.dustfallPoints.map(({ code, name, lon, lat }) => [code, { name, at: [lon, lat] as const }]),
  )
  return report.rows
    .flatMap(({ county, figure }) =>
      figure.points.flatMap((point): Receptor[] => {
        const place = places.get(point.point)
        // What is upwind of a point can't be told before its place is known.
        if (!place || Number.isNaN(place.at[0]) || !point.counted) return []
        const value = Number(point.value)
        const label = `${countyName(dataset, county, i18n.language)} ${place.name}`
        return [{ key: point.point, label, value, over: value > report.limit, position: place.at }]
      }),
    )
    .sort((a, b) => b.value! - a.value!)
}

/** What lies upwind of a dustfall point and breaks a rule: screening, not proof. */
export function UpwindPanel() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const receptors = useReceptors()
  const focused = useChentu((state) => state.view.county)
  const inFocus = dataset.dustfallPoints.filter(({ county }) => county === focused).map(({ code }) => code)
  const [chosen, setChosen] = useState<string | null>(null)
  const [from, setFrom] = useState(14)
  const [speed, setSpeed] = useState(2)
  const [rose, setRose] = useState('')
  const [km, setKm] = useState<number>(5)
  const receptor =
    receptors.find(({ key }) => key === chosen) ?? receptors.find(({ key }) => inFocus.includes(key)) ?? receptors[0]
  const read = readWindRose(rose)
  const winds: readonly Wind[] =
    rose.trim() === '' ? [{ fromDegrees: from * COMPASS_DEGREES, metresPerSecond: speed, share: 1 }] : read.winds
  const about = JSON.stringify([receptor?.key, winds, km])
  const found = useAnswer(
    async (worker) => (receptor ? worker.upwind(receptor.position, winds, km * 1000, MOST) : null),
    about,
  )
  const setTool = useMapTool((state) => state.set)
  // biome-ignore lint/correctness/useExhaustiveDependencies: about says when receptor, winds or reach are others
  useEffect(() => {
    setTool({ sectors: receptor ? winds.map((wind) => windSector(receptor.position, wind, km * 1000)) : [] })
    return () => setTool({ sectors: [] })
  }, [about, setTool])
  if (!receptor) return <p>{t('ranking.none')}</p>
  const name = (place: number) => COMPASS[place % COMPASS.length]![i18n.language === 'en' ? 0 : 1]
  return (
    <>
      <h2 className={panel.title}>{t('upwind.title')}</h2>
      <p className={classes.warning}>{t('upwind.screening')}</p>
      <div className={classes.form}>
        <label>
          <span>{t('upwind.receptor')}</span>
          <select value={receptor.key} onChange={(event) => setChosen(event.target.value)}>
            {receptors.map(({ key, label, value, over }) => (
              <option key={key} value={key}>
                {`${label} ${value?.toFixed(1)}${over ? ` ${t('ranking.over')}` : ''}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('upwind.from')}</span>
          <select value={from} disabled={rose.trim() !== ''} onChange={(event) => setFrom(Number(event.target.value))}>
            {COMPASS.map((names, i) => (
              <option key={names[0]} value={i}>
                {t('upwind.direction', { name: name(i), degrees: i * COMPASS_DEGREES })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('upwind.speed')}</span>
          <input
            type="number"
            min="0"
            max="40"
            step="0.5"
            value={speed}
            disabled={rose.trim() !== ''}
            onChange={(event) => setSpeed(Number(event.target.value))}
          />
        </label>
        <div className={panel.chips}>
          {REACHES_KM.map((reach) => (
            <button
              key={reach}
              type="button"
              className={panel.chip}
              aria-pressed={km === reach}
              onClick={() => setKm(reach)}
            >
              {t('near.within', { km: reach })}
            </button>
          ))}
        </div>
      </div>
      <details className={classes.rose}>
        <summary>{t('upwind.rose')}</summary>
        <textarea
          aria-label={t('upwind.rose')}
          placeholder={t('upwind.roseExample')}
          rows={5}
          value={rose}
          onChange={(event) => setRose(event.target.value)}
        />
        {read.faults.map(({ line, seen }) => (
          <p key={line} role="alert">
            {t('upwind.roseFault', { line, seen })}
          </p>
        ))}
      </details>
      <p role="status" className="quiet">
        {found ? t('upwind.found', { count: found.total, km }) : t('app.loading')}
        {found && found.total > MOST && ` ${t('upwind.most', { count: MOST })}`}
      </p>
      <ol>
        {found?.heaviest.map(({ source, kind, code, name: title, status, metres, azimuth, weight }) => (
          <li key={source}>
            <button type="button" className={panel.item} onClick={() => setView({ selected: { kind, code } })}>
              <SourceSymbol kind={kind} status={STATUS_NAMES[status]!} />
              <span>
                <b>{title}</b>
                <small>
                  {t('upwind.where', {
                    direction: name(Math.round(azimuth / COMPASS_DEGREES)),
                    azimuth: Math.round(azimuth),
                    km: (metres / 1000).toFixed(2),
                  })}
                </small>
              </span>
              <small>{t('upwind.weight', { weight: weight.toFixed(2) })}</small>
            </button>
          </li>
        ))}
      </ol>
      <WorsenedPoints />
      <details className={classes.rose}>
        <summary>{t('why.button')}</summary>
        <p>{t('upwind.how', { degrees: SECTOR_DEGREES })}</p>
      </details>
    </>
  )
}

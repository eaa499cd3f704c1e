import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { SECTOR_DEGREES, windSector } from '@/domain/geodesy/upwind'
import { STATUS_NAMES } from '@/domain/rules/status'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useChentu, useOpened } from '@/store/chentu'
import { useMapTool } from '@/store/page/map-tool'
import { keyOf } from '@/store/view/view'
import { useCompassName } from '@/store/words/compass'
import { ToggleChip } from '@/ui/controls/Chip'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { ScreenPart } from '@/ui/ScreenPart'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './UpwindPanel.module.css'
import { useReceptors } from './use-receptors'
import { type EnteredWind, WindFields, WindRose, windsOf } from './WindFields'
import { WorsenedPoints } from './WorsenedPoints'

const MOST = 50
const REACHES_KM = [2, 5, 10] as const
const FIRST_WIND: EnteredWind = { from: 14, metresPerSecond: 2, rose: '' }

/** Sources upwind of a dustfall point that break a rule: for screening, not proof. */
export function UpwindPanel() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const setTool = useMapTool((state) => state.set)
  const receptors = useReceptors()
  const focused = useChentu((state) => state.view.county)
  const inFocus = dataset.dustfallPoints.filter(({ county }) => county === focused).map(({ code }) => code)
  const [chosen, setChosen] = useState<string | null>(null)
  const [wind, setWind] = useState(FIRST_WIND)
  const [km, setKm] = useState<number>(5)
  const compassName = useCompassName()
  const receptor =
    receptors.find(({ key }) => key === chosen) ?? receptors.find(({ key }) => inFocus.includes(key)) ?? receptors[0]
  const winds = windsOf(wind)
  const about = JSON.stringify([receptor?.key, winds, km])
  const answer = useAnswer(
    async (worker) => (receptor ? worker.upwindSources(receptor.position, winds, km * 1000, MOST) : null),
    about,
  )
  // Another wind changes the numbers of the same list, so the old ones stay until the answer arrives.
  const { value: found, isOld } = useKept(answer)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is the value of receptor, winds and distance
  useEffect(() => {
    setTool({ sectors: receptor ? winds.map((each) => windSector(receptor.position, each, km * 1000)) : [] })
    return () => setTool({ sectors: [] })
  }, [about, setTool])
  if (!receptor) return <p>{t('ranking.none')}</p>
  return (
    <>
      <h2 className={panel.title}>{t('upwind.title')}</h2>
      <p className={classes.warning}>{t('upwind.screening')}</p>
      <div className={classes.form}>
        <Select
          label={t('upwind.receptor')}
          value={receptor.key}
          options={receptors.map(({ key, label, value, over }) => ({
            value: key,
            label: `${label} ${tenth(value)}${over ? ` ${t('ranking.over')}` : ''}`,
          }))}
          onChange={setChosen}
        />
        <WindFields wind={wind} onChange={setWind} />
        <div className={panel.chips}>
          {REACHES_KM.map((reach) => (
            <ToggleChip key={reach} pressed={km === reach} onToggle={() => setKm(reach)}>
              {t('near.within', { km: reach })}
            </ToggleChip>
          ))}
        </div>
      </div>
      {wind === FIRST_WIND && <p className="quiet">{t('upwind.defaultWind')}</p>}
      <WindRose wind={wind} onChange={setWind} />
      {found ? (
        <p role="status" className="quiet" data-old={isOld}>
          {t('upwind.found', { count: found.total, km })}
          {found.total > MOST && ` ${t('upwind.most', { count: MOST })}`}
        </p>
      ) : (
        <Skeleton lines={9} />
      )}
      <ol data-old={isOld}>
        {found?.heaviest.map(({ source, kind, code, sameCode, name: title, status, metres, azimuth, weight }) => (
          <li key={source}>
            <button
              type="button"
              className={panel.item}
              onClick={() => setView({ selected: keyOf({ kind, code, sameCode }) })}
            >
              <SourceSymbol kind={kind} status={STATUS_NAMES[status]!} />
              <span>
                <b>{title}</b>
                <small>
                  {t('upwind.where', {
                    direction: compassName(Math.round(azimuth / COMPASS_DEGREES)),
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
      <ScreenPart>
        <WorsenedPoints />
      </ScreenPart>
      <details className={classes.rose}>
        <summary>{t('why.button')}</summary>
        <p>{t('upwind.how', { degrees: SECTOR_DEGREES })}</p>
      </details>
    </>
  )
}

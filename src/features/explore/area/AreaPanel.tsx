import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Datum } from '@/domain/geodesy/datum'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { measureLine } from '@/domain/geodesy/measure-line'
import { readPosition } from '@/domain/intake/rows/typed-position'
import { countyName } from '@/domain/sources/county'
import { AREA_OPERATIONS, type Area } from '@/domain/sources/view/area'
import panel from '@/features/explore/panels.module.css'
import { DatumSelect } from '@/map/DatumSelect'
import { lineKey } from '@/questions/answers'
import { addArea, useChentu, useOpened } from '@/store/chentu'
import { type MapTool, useMapTool } from '@/store/map-tool'
import classes from './AreaPanel.module.css'
import { areaText, lengthText, surfaceText } from './measures'
import { SelectionFigures } from './SelectionFigures'

const TOOLS: readonly MapTool[] = ['pan', 'box', 'lasso', 'polygon', 'circle', 'measure']
const GOTO_ZOOM = 14

/** Selects by drawing, along a road or by county, measures, and goes to coordinates. */
export function AreaPanel() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { tool, operation, radiusMetres, measured, set } = useMapTool()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const [key, setKey] = useState('')
  const along = dataset.lines.find(({ kind, code }) => lineKey(kind, code) === key) ?? dataset.lines[0]
  const [metres, setMetres] = useState(300)
  const add = (area: Area) => addArea({ operation, area })
  const line = measureLine(measured)
  // Whoever leaves the panel lays the tool down.
  useEffect(() => () => set({ tool: 'pan', measured: [] }), [set])
  return (
    <>
      <h2 className={panel.title}>{t('area.title')}</h2>
      <div className={classes.tools} role="toolbar" aria-label={t('area.tools')}>
        {TOOLS.map((each) => (
          <button key={each} type="button" aria-pressed={tool === each} onClick={() => set({ tool: each })}>
            {t(`area.${each as 'pan'}`)}
          </button>
        ))}
      </div>
      {tool !== 'pan' && <p className="quiet">{t(`area.help.${tool}`)}</p>}
      {tool === 'measure' && measured.length > 1 && (
        <p role="status">
          {line.squareMetres === null
            ? t('area.measuredLength', { distance: lengthText(line.metres), azimuth: line.azimuth?.toFixed(1) })
            : t('area.measured', { distance: lengthText(line.metres), area: surfaceText(line.squareMetres) })}
        </p>
      )}
      <fieldset className={classes.operations}>
        {AREA_OPERATIONS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="area-operation"
              checked={operation === each}
              onChange={() => set({ operation: each })}
            />
            {t(`area.operation.${each}`)}
          </label>
        ))}
      </fieldset>
      <label className={classes.line}>
        <span>{t('area.radius')}</span>
        <input
          type="number"
          min="0.1"
          max="100"
          step="0.5"
          value={radiusMetres / 1000}
          onChange={(event) => set({ radiusMetres: Math.max(100, Number(event.target.value) * 1000) })}
        />
      </label>
      {along && (
        <div className={classes.line}>
          <select
            aria-label={t('area.along')}
            value={lineKey(along.kind, along.code)}
            onChange={(event) => setKey(event.target.value)}
          >
            {dataset.lines.map(({ kind, code, name }) => (
              <option key={lineKey(kind, code)} value={lineKey(kind, code)}>
                {name}
              </option>
            ))}
          </select>
          <input
            type="number"
            aria-label={t('area.metres')}
            min="10"
            max="5000"
            step="50"
            value={metres}
            onChange={(event) => setMetres(Math.max(10, Number(event.target.value)))}
          />
          <button
            type="button"
            className="action"
            onClick={() => add({ type: 'line', kind: along.kind, code: along.code, metres })}
          >
            {t('area.along')}
          </button>
        </div>
      )}
      <label className={classes.line}>
        <span>{t('area.county')}</span>
        <select value="" onChange={(event) => event.target.value && add({ type: 'county', code: event.target.value })}>
          <option value="">—</option>
          {dataset.outlines.features.map(({ id }) => (
            <option key={id} value={String(id)}>
              {countyName(dataset, String(id), i18n.language)}
            </option>
          ))}
        </select>
      </label>
      {filters.area.length > 0 && (
        <>
          <ol className={classes.steps}>
            {filters.area.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike; their place tells them apart
              <li key={i}>
                {t(`area.operation.${step.operation}`)} · {areaText(t, dataset, step.area, i18n.language)}
                <button
                  type="button"
                  className="link"
                  aria-label={t('area.remove')}
                  onClick={() =>
                    setView({ filters: { ...filters, area: filters.area.filter((_, place) => place !== i) } })
                  }
                >
                  {t('area.remove')}
                </button>
              </li>
            ))}
          </ol>
          <SelectionFigures />
          <button type="button" className="action" onClick={() => setView({ filters: { ...filters, area: [] } })}>
            {t('area.clear')}
          </button>
        </>
      )}
      <GoTo />
    </>
  )
}

/** Goes to coordinates that are typed or pasted in any of the usual systems. */
function GoTo() {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const [typed, setTyped] = useState('')
  const [datum, setDatum] = useState<Datum>('wgs84')
  const [failed, setFailed] = useState(false)
  function go(event: React.FormEvent) {
    event.preventDefault()
    const position = readPosition(typed)
    setFailed(position === null)
    if (!position) return
    const [lon, lat] = toWgs84(datum, position)
    setView({ camera: { lon, lat, zoom: GOTO_ZOOM } })
  }
  return (
    <form onSubmit={go}>
      <p className={panel.heading}>{t('area.goto')}</p>
      <div className={classes.line}>
        <DatumSelect value={datum} onChange={setDatum} />
        <input
          aria-label={t('area.goto')}
          placeholder={t('near.coordinates')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="action">
          {t('area.go')}
        </button>
      </div>
      {failed && <p role="alert">{t('area.gotoInvalid')}</p>}
    </form>
  )
}

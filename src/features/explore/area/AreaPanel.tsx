import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { measureLine } from '@/domain/geodesy/measure-line'
import { countyName } from '@/domain/sources/county'
import { AREA_OPERATIONS, type Area } from '@/domain/sources/view/area'
import { GiveRound } from '@/features/explore/visits/round/GiveRound'
import { addArea, useChentu, useOpened } from '@/store/chentu'
import { type MapTool, useMapTool } from '@/store/page/map-tool'
import { areaText } from '@/store/words/area-text'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { DOT } from '@/ui/dot'
import panel from '@/ui/panel.module.css'
import { useToolbar } from '@/ui/use-toolbar'
import { AlongLine } from './AlongLine'
import classes from './AreaPanel.module.css'
import { AroundThings } from './AroundThings'
import { GoTo } from './GoTo'
import { lengthText, surfaceText } from './measures'
import { SelectionFigures } from './SelectionFigures'

const TOOLS: readonly MapTool[] = ['pan', 'box', 'lasso', 'polygon', 'circle', 'measure']

/** Selects by drawing, along a line or by county; measures; and goes to coordinates. */
export function AreaPanel() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { tool, operation, radiusMetres, measured, set } = useMapTool()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const add = (area: Area) => addArea({ operation, area })
  const line = measureLine(measured)
  const toolbar = useToolbar()
  // Closing the panel resets the tool, so that the next area starts a new selection.
  useEffect(() => () => set({ tool: 'pan', operation: 'add', measured: [] }), [set])
  return (
    <>
      <h2 className={panel.title}>{t('area.title')}</h2>
      <div {...toolbar} role="toolbar" className={classes.tools} aria-label={t('area.tools')}>
        {TOOLS.map((each) => (
          <Button
            key={each}
            aria-pressed={tool === each}
            tabIndex={tool === each ? 0 : -1}
            onClick={() => set({ tool: each })}
          >
            {t(`area.${each as 'pan'}`)}
          </Button>
        ))}
      </div>
      {tool !== 'pan' && tool !== 'place' && (
        <>
          <p className="quiet">{t(`area.help.${tool}`)}</p>
          <p className={`quiet ${classes.keys}`}>{t('area.help.keys')}</p>
        </>
      )}
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
      <AroundThings onAdd={add} />
      {dataset.lines.length > 0 && <AlongLine onAdd={add} />}
      <Select<string>
        label={t('area.county')}
        value=""
        options={dataset.outlines.features.map(({ id }) => ({
          value: String(id),
          label: countyName(dataset, String(id), i18n.language),
        }))}
        onChange={(code) => add({ type: 'county', code })}
      />
      {filters.area.length > 0 && (
        <>
          <ol className={classes.steps}>
            {filters.area.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be equal and differ only in their position
              <li key={i}>
                {t(`area.operation.${step.operation}`)}
                {DOT}
                {areaText(t, dataset, step.area, i18n.language)}
                <Button
                  weight="quiet"
                  aria-label={t('area.remove')}
                  onClick={() => setView({ filters: { ...filters, area: filters.area.filter((_, at) => at !== i) } })}
                >
                  {t('area.remove')}
                </Button>
              </li>
            ))}
          </ol>
          <SelectionFigures />
          <GiveRound />
          <Button onClick={() => setView({ filters: { ...filters, area: [] } })}>{t('area.clear')}</Button>
        </>
      )}
      <GoTo />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { isOnMaps } from '@/domain/sources/kinds/kind'
import { LAYERS } from '@/domain/sources/kinds/reserved'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import { LookEditor } from '@/features/explore/look/LookEditor'
import { gradeColour } from '@/layers/palette'
import { ShapeSymbol } from '@/map/overlay/SourceSymbol'
import { useChentu, useOpened } from '@/store/chentu'
import { switchLayers } from '@/store/chentu/on-map'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import panel from '@/ui/panel.module.css'
import { Switch } from '@/ui/Switch'
import { Basemaps } from './Basemaps'
import { KindLayers } from './KindLayers'
import classes from './LayersPanel.module.css'
import { MapEngineRow } from './MapEngineRow'
import { Provenance } from './Provenance'
import { RingRows } from './RingRows'

/** The layers panel: counts, legend, switches, opacity, and the origin of the data. */
export function LayersPanel() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { hidden, opacity } = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const mapped = dataset.kinds.filter(isOnMaps)
  const other = (layer: (typeof LAYERS)[number]) => t(`layers.${layer}`, { kinds: kindTexts.ringed })
  const lines = mapped.filter(({ place }) => place === 'line')
  const fading = [
    ['sources', t('layers.sourceOpacity')],
    ...lines.map(({ id }) => [id, kindTexts.title(id)] as const),
    // Sources in order share the opacity of all sources.
    ...LAYERS.filter((layer) => layer !== 'in-order').map((layer) => [layer, other(layer)] as const),
  ] as const
  return (
    <>
      <h2 className={panel.title}>{t('layers.title')}</h2>
      <KindLayers kinds={mapped} />
      <p className={panel.heading}>{t('layers.other')}</p>
      <ul>
        {LAYERS.map((layer) => (
          <li key={layer}>
            <div className={classes.row}>
              <span />
              <span>{other(layer)}</span>
              <span />
              <span className={classes.total}>{layer === 'points' ? dataset.dustfallPoints.length : ''}</span>
              <Switch on={!hidden.includes(layer)} label={other(layer)} onChange={(on) => switchLayers([layer], on)} />
            </div>
            {layer === 'ring' && !hidden.includes('ring') && <RingRows />}
          </li>
        ))}
      </ul>
      <p className={panel.heading}>{t('layers.legend')}</p>
      <ul className={panel.chips}>
        {(['overdue', 'failing', 'fine', 'unknown'] as const).map((status) => (
          <li key={status}>
            <ShapeSymbol shape="square" status={status} /> {t(`status.${status}`)}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('layers.dots')}</p>
      {lines.map((kind) => (
        <LineLegend key={kind.id} title={kindTexts.title(kind.id)} grades={surveyGrades(kind).map(word)} />
      ))}
      <p className={panel.heading}>{t('layers.opacity')}</p>
      {fading.map(([layer, label]) => (
        <label key={layer}>
          {label}
          <input
            type="range"
            className={classes.range}
            min="0.1"
            max="1"
            step="0.1"
            value={opacity[layer] ?? 1}
            aria-label={t('layers.opacityOf', { layer: label })}
            onChange={(event) => setView({ opacity: { ...opacity, [layer]: Number(event.target.value) } })}
          />
        </label>
      ))}
      <details>
        <summary className={panel.heading}>{t('look.title')}</summary>
        <LookEditor />
      </details>
      <Basemaps />
      <MapEngineRow />
      <Provenance />
    </>
  )
}

const GRADE_COLOURS = 4

/** Legend for the colours of a kind's lines. */
function LineLegend({ title, grades }: { readonly title: string; readonly grades: readonly string[] }) {
  if (grades.length === 0) return null
  return (
    <>
      <p className={panel.heading}>{title}</p>
      <ul className={panel.chips}>
        {grades.map((grade, i) => (
          <li key={grade}>
            <svg width="22" height="14" aria-hidden="true">
              <line
                x1="2"
                y1="7"
                x2="20"
                y2="7"
                strokeWidth="5"
                strokeLinecap="round"
                stroke={`var(--grade-${gradeColour(i, grades.length, GRADE_COLOURS)})`}
              />
            </svg>{' '}
            {grade}
          </li>
        ))}
      </ul>
    </>
  )
}

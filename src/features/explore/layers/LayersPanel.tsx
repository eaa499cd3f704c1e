import { useTranslation } from 'react-i18next'
import { SOURCE_SCHEMAS } from '@/domain/sources/kinds'
import { SILT_GRADES } from '@/domain/sources/kinds/road'
import { LookEditor } from '@/features/explore/look/LookEditor'
import classes from '@/features/explore/panels.module.css'
import { SourceSymbol } from '@/map/SourceSymbol'
import { useChentu, useOpened } from '@/store/chentu'
import { Switch } from '@/ui/Switch'
import { Basemaps } from './Basemaps'

const MAPPED = SOURCE_SCHEMAS.filter(({ place, kind }) => place !== 'county' && kind !== 'plan-task').map(
  ({ kind }) => kind,
)
const OTHER = ['dustfall', 'points', 'ring'] as const
const FADING = ['sources', 'road', ...OTHER] as const

/** What lies on the map: counts, legend, on and off, opacity, and where the data comes from. */
export function LayersPanel() {
  const { t } = useTranslation()
  const { dataset, counts: kinds } = useOpened()
  const { hidden, opacity } = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const toggle = (layer: string, on: boolean) =>
    setView({ hidden: on ? hidden.filter((each) => each !== layer) : [...hidden, layer] })
  const label = (layer: (typeof FADING)[number]) =>
    layer === 'sources' ? t('layers.sourceOpacity') : layer === 'road' ? t('kind.road') : t(`layers.${layer}`)
  return (
    <>
      <h2 className={classes.title}>{t('layers.title')}</h2>
      <div className={classes.heading}>
        <span>{t('layers.sources')}</span>
        <span>
          {t('layers.overdue')} / {t('layers.total')}
        </span>
      </div>
      <ul>
        {MAPPED.map((kind) => {
          const counts = kinds.byKind.get(kind)
          return (
            <li key={kind} className={classes.row}>
              <SourceSymbol kind={kind} status="fine" />
              <span>{t(`kind.${kind}`)}</span>
              <span className={classes.bad}>{counts?.overdue || ''}</span>
              <span className={classes.total}>{counts?.total ?? 0}</span>
              <Switch on={!hidden.includes(kind)} label={t(`kind.${kind}`)} onChange={(on) => toggle(kind, on)} />
            </li>
          )
        })}
      </ul>
      <p className={classes.heading}>{t('layers.other')}</p>
      <ul>
        {OTHER.map((layer) => (
          <li key={layer} className={classes.row}>
            <span />
            <span>{t(`layers.${layer}`)}</span>
            <span />
            <span className={classes.total}>{layer === 'points' ? dataset.dustfallPoints.length : ''}</span>
            <Switch on={!hidden.includes(layer)} label={t(`layers.${layer}`)} onChange={(on) => toggle(layer, on)} />
          </li>
        ))}
      </ul>
      <p className={classes.heading}>{t('layers.legend')}</p>
      <ul className={classes.chips}>
        {(['overdue', 'failing', 'fine', 'unknown'] as const).map((status) => (
          <li key={status}>
            <SourceSymbol kind="construction-site" status={status} /> {t(`status.${status}`)}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('layers.dots')}</p>
      <p className={classes.heading}>{t('layers.silt')}</p>
      <ul className={classes.chips}>
        {SILT_GRADES.map((grade, i) => (
          <li key={grade}>
            <svg width="22" height="14" aria-hidden="true">
              <line x1="2" y1="7" x2="20" y2="7" strokeWidth="5" strokeLinecap="round" stroke={`var(--silt-${i})`} />
            </svg>{' '}
            {grade}
          </li>
        ))}
      </ul>
      <p className={classes.heading}>{t('layers.opacity')}</p>
      {FADING.map((layer) => (
        <label key={layer}>
          {label(layer)}
          <input
            type="range"
            className={classes.range}
            min="0.1"
            max="1"
            step="0.1"
            value={opacity[layer] ?? 1}
            aria-label={t('layers.opacityOf', { layer: label(layer) })}
            onChange={(event) => setView({ opacity: { ...opacity, [layer]: Number(event.target.value) } })}
          />
        </label>
      ))}
      <details>
        <summary className={classes.heading}>{t('look.title')}</summary>
        <LookEditor />
      </details>
      <Basemaps />
      <details>
        <summary className={classes.heading}>{t('layers.provenance')}</summary>
        <ul className={classes.sources}>
          {dataset.provenance.map(({ path, title, dataClass, source, licence }) => (
            <li key={path}>
              <b>{title}</b>{' '}
              <span className="badge" data-class={dataClass}>
                {t(`dataClass.${dataClass}`)}
              </span>
              <br />
              {source}
              <br />
              {licence}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

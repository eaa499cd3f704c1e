import { useTranslation } from 'react-i18next'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { BAD_SHARE } from '@/layers/cell-discs'
import { DUSTFALL_SHARES, dustfallBreaks, OVER_CLASS } from '@/layers/dustfall-scale'
import classes from './Province.module.css'

/** Statuses that colour a grid cell, if a large share of its sources has them. */
const CELL_STANDINGS = ['overdue', 'failing', 'fine'] as const

interface Props {
  /** How sources are drawn at present; null if there are none. */
  readonly form: 'cells' | 'dots' | null
  /** The different limits of the counties, in tonnes per square kilometre and month. */
  readonly limits: readonly number[]
}

/** Upper ends of the dustfall classes: figures if all counties have one limit, else shares of it, which are rounded. */
function breakTexts(limits: readonly number[]): readonly string[] {
  const [limit] = limits
  return limit !== undefined && limits.length === 1
    ? dustfallBreaks(limit).map(String)
    : DUSTFALL_SHARES.map((share) => `${Math.round(share * 100)}%`)
}

/** Colours of dots that differ from those of cells. */
const OF_DOTS: Partial<Record<StatusName, string>> = { fine: 'var(--in-order)', unknown: 'var(--missing)' }

/** Legend of the colours of counties, grid cells and dots. */
export function MapLegend({ form, limits }: Props) {
  const { t } = useTranslation()
  const percent = BAD_SHARE * 100
  const ends = breakTexts(limits)
  const last = ends.length
  const sources =
    form === 'dots'
      ? [...STATUS_NAMES].reverse().map((standing) => ({ standing, text: t(`status.${standing}`) }))
      : form === 'cells'
        ? CELL_STANDINGS.map((standing) => ({ standing, text: t(`province.legend.cells.${standing}`, { percent }) }))
        : []
  // Dots of sources in order are paler than such cells, those of missing data darker; dots of sources not yet due are
  // hollow.
  const colourOf = (standing: StatusName) => (form === 'dots' && OF_DOTS[standing]) || `var(--status-${standing})`
  return (
    <ul className={classes.legend} aria-label={t('frame.legend')}>
      <li>
        {t(limits.length === 1 ? 'province.legend.value' : 'province.legend.dustfall', { limit: limits[0] })}
        {[...ends, null].map((end, of) => (
          <span key={of === last ? 'above' : end} className={classes.class}>
            <i data-first-over={of === OVER_CLASS} style={{ background: `var(--dustfall-${of})` }} />
            {end === null ? `> ${ends[last - 1]}` : `≤ ${end}`}
          </span>
        ))}
      </li>
      {sources.map(({ standing, text }) => (
        <li key={standing}>
          <i
            className={classes.dot}
            data-due={standing === 'due'}
            style={standing === 'due' ? undefined : { background: colourOf(standing) }}
          />
          {text}
        </li>
      ))}
    </ul>
  )
}

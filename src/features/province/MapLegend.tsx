import { useTranslation } from 'react-i18next'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { BAD_SHARE } from '@/layers/cell-discs'
import { OVER_CLASS } from '@/layers/dustfall-scale'
import classes from './Province.module.css'

const CLASSES = [0, 1, 2, 3, 4, 5]

/** Statuses that colour a grid cell, if a large share of its sources has them. */
const CELL_STANDINGS = ['overdue', 'failing', 'fine'] as const

interface Props {
  /** How sources are drawn at present; null if there are none. */
  readonly form: 'cells' | 'dots' | null
}

/** Legend of the colours of counties, grid cells and dots. */
export function MapLegend({ form }: Props) {
  const { t } = useTranslation()
  const percent = BAD_SHARE * 100
  const sources =
    form === 'dots'
      ? [...STATUS_NAMES].reverse().map((standing) => ({ standing, text: t(`status.${standing}`) }))
      : form === 'cells'
        ? CELL_STANDINGS.map((standing) => ({ standing, text: t(`province.legend.cells.${standing}`, { percent }) }))
        : []
  // Dots of sources in order are paler than such cells; dots of sources not yet due are hollow.
  const colourOf = (standing: StatusName) =>
    form === 'dots' && standing === 'fine' ? 'var(--in-order)' : `var(--status-${standing})`
  return (
    <ul className={classes.legend} aria-label={t('frame.legend')}>
      <li>
        {t('province.legend.dustfall')}
        {CLASSES.map((of) => (
          <i key={of} data-first-over={of === OVER_CLASS} style={{ background: `var(--dustfall-${of})` }} />
        ))}
        {t('province.legend.over')}
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

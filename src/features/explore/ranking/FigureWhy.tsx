import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { countyName } from '@/domain/sources/county'
import { useDataset } from '@/store/chentu'
import { figureLines } from '@/store/words/figure-lines'
import { Why } from '@/ui/Why'
import classes from './FigureWhy.module.css'

/** How a county's row of the ranking came about: its points, what was left out and why, the rounding, the changes. */
export function FigureWhy({ row }: { readonly row: RankedCounty }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { figure } = row
  return (
    <Why
      of={`${countyName(dataset, row.county, i18n.language)} ${figure.month} ${figure.value?.toFixed(1) ?? t('ranking.noValue')}`}
    >
      <ul className={classes.why}>
        {figureLines(t, dataset, row, i18n.language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Why>
  )
}

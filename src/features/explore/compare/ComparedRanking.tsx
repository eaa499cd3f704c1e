import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  COMPARED_COLUMNS,
  type ComparedColumn,
  type ComparedCounty,
  compareMonths,
  sortCompared,
} from '@/domain/dustfall/comparison'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { FigureWhy } from '@/features/explore/ranking/FigureWhy'
import ranking from '@/features/explore/ranking/RankingPanel.module.css'
import { useChentu, useDataset } from '@/store/chentu'
import { limitsText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'
import classes from './ComparedRanking.module.css'
import { Difference } from './Difference'

interface Props {
  readonly report: MonthReport
  readonly other: MonthReport
}

/** The ranking of two months: both figures of each county and their difference, sortable by each column. */
export function ComparedRanking({ report, other }: Props) {
  const { t } = useTranslation()
  const dataset = useDataset()
  const sort = useChentu((state) => state.view.compared)
  const setView = useChentu((state) => state.setView)
  const comparison = useMemo(() => compareMonths(report, other), [report, other])
  const { earlier, later, difference } = comparison
  const rows = useMemo(
    () =>
      sortCompared(
        comparison.rows,
        sort.column,
        sort.descending,
        dataset.counties.map(({ code }) => code),
      ),
    [comparison, sort, dataset],
  )
  const long = ({ month }: MonthReport) => monthName(t, month)
  const short = ({ month }: MonthReport) =>
    t('compare.short', { year: month.slice(2, 4), month: Number(month.slice(5)) })
  const headings: Record<ComparedColumn, readonly [short: string, long: string]> = {
    county: [t('ranking.county'), t('ranking.county')],
    earlier: [short(earlier), long(earlier)],
    later: [short(later), long(later)],
    difference: [t('compare.difference'), t('compare.difference')],
  }
  const names = { earlier: long(earlier), later: long(later) }
  return (
    <>
      <p className={ranking.city}>{t('compare.ofMonths', { ...names, unit: t('ranking.unit') })}</p>
      <p className={ranking.city}>
        <span>{t('compare.differenceHelp', names)}</span>
        <span className={classes.hatch}>{t('compare.over', { limit: limitsText(t, [earlier, later]) })}</span>
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            {COMPARED_COLUMNS.map((column) => {
              const isSorted = sort.column === column
              const [name, whole] = headings[column]
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    aria-label={t('compare.sortBy', { column: whole })}
                    // Counties start in ascending order, figures in descending order; a second press reverses the
                    // order.
                    onClick={() =>
                      setView({ compared: { column, descending: isSorted ? !sort.descending : column !== 'county' } })
                    }
                  >
                    {name}
                    <span aria-hidden="true">{isSorted ? (sort.descending ? ' ▼' : ' ▲') : ''}</span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('ranking.cityMean')}</th>
            <td>{tenth(earlier.city.mean)}</td>
            <td>{tenth(later.city.mean)}</td>
            <td>
              <Difference by={difference} />
            </td>
          </tr>
        </tbody>
        <tbody>
          {rows.map((row) => (
            <Row key={row.county} row={row} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ row }: { readonly row: ComparedCounty }) {
  const { i18n } = useTranslation()
  const dataset = useDataset()
  const county = useChentu((state) => state.view.county)
  const setView = useChentu((state) => state.setView)
  const isChosen = county === row.county
  const figure = (of: RankedCounty | null) => <td data-over={of?.over ?? false}>{of ? <FigureWhy row={of} /> : '—'}</td>
  return (
    <tr aria-selected={isChosen}>
      <th scope="row">
        <button
          type="button"
          className={ranking.county}
          aria-pressed={isChosen}
          onClick={() => setView({ county: isChosen ? null : row.county })}
        >
          {countyName(dataset, row.county, i18n.language)}
        </button>
      </th>
      {figure(row.earlier)}
      {figure(row.later)}
      <td>
        <Difference by={row.difference} />
      </td>
    </tr>
  )
}

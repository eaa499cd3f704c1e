import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FOOTNOTE_MARK, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { ComparedRanking } from '@/features/explore/compare/ComparedRanking'
import { useMedia } from '@/features/explore/frame/use-media'
import { SHEET } from '@/features/explore/layout-widths'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu, useDataset, useOtherReport, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { cityMeanLines } from '@/store/words/figure-lines'
import { limitText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'
import { Change } from '@/ui/Change'
import { IconButton } from '@/ui/controls/IconButton'
import { DOT } from '@/ui/dot'
import { LimitBar } from '@/ui/LimitBar'
import { Why } from '@/ui/Why'
import { BesideSelect } from './BesideSelect'
import { FigureWhy } from './FigureWhy'
import classes from './RankingPanel.module.css'

interface RowProps {
  readonly row: RankedCounty
  readonly top: number
}

function Row({ row, top }: RowProps) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const county = useChentu((state) => state.view.county)
  const setView = useChentu((state) => state.setView)
  const ask = useRequestedDialog((state) => state.ask)
  const { dustfallLimit } = row
  const { value } = row.figure
  // The whole row opens the explanation of its figure; its buttons and their dialogs act for themselves.
  function onRow({ target, currentTarget }: MouseEvent) {
    const pressed = target as Element
    if (currentTarget.contains(pressed) && !pressed.closest('button, dialog'))
      ask({ dialog: 'figure', county: row.county, month: row.figure.month })
  }
  return (
    // For the keyboard the figure is a button.
    <tr aria-selected={county === row.county} data-over={row.over} title={t('ranking.ask')} onClick={onRow}>
      <td>{row.rank ?? '—'}</td>
      <th scope="row">
        <button
          type="button"
          className={classes.county}
          aria-pressed={county === row.county}
          onClick={() => setView({ county: county === row.county ? null : row.county })}
        >
          {countyName(dataset, row.county, i18n.language)}
        </button>
      </th>
      <td className={classes.barCell}>
        <LimitBar
          value={value}
          of={value === null ? 0 : dustfallClass(value, dustfallLimit)}
          last={row.lastMonth}
          dustfallLimit={dustfallLimit}
          top={top}
        />
      </td>
      <td>
        <FigureWhy row={row} />
      </td>
      <td>
        <Change percent={row.yearOnYear} />
      </td>
    </tr>
  )
}

/**
 * The ranking of the month, or of two compared months, linked with the map both ways. Folding it leaves more rows for
 * the list below.
 */
export function RankingPanel() {
  const { t } = useTranslation()
  const report = useReport()
  const other = useOtherReport()
  const { folded, setFolded } = usePreferences()
  // In a sheet it has the whole height, and the list is elsewhere.
  const canFold = !useMedia(SHEET)
  if (!report) return <p>{t('ranking.none')}</p>
  const isFolded = canFold && folded.includes('ranking')
  const title = t('ranking.title')
  return (
    <section className={classes.ranking} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {!isFolded && !other && report.rows.length > 1 && <span className="quiet">{t('ranking.order')}</span>}
        {canFold && (
          <IconButton
            label={t(isFolded ? 'frame.unfold' : 'frame.fold', { part: title })}
            aria-expanded={!isFolded}
            onClick={() => setFolded('ranking', !isFolded)}
          >
            {isFolded ? (
              <IconChevronDown size={16} aria-hidden="true" />
            ) : (
              <IconChevronUp size={16} aria-hidden="true" />
            )}
          </IconButton>
        )}
      </div>
      {isFolded ? (
        <FoldedRanking reports={other ? [report, other] : [report]} />
      ) : other ? (
        <ComparedRanking report={report} other={other} />
      ) : (
        <MonthRanking report={report} />
      )}
    </section>
  )
}

/** Folded ranking: one line per month, the earlier first. */
function FoldedRanking({ reports }: { readonly reports: readonly MonthReport[] }) {
  const { t } = useTranslation()
  return [...reports]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .map(({ month, city }) => (
      <p key={month} className={classes.city}>
        {monthName(t, month)} {'·'} {t('ranking.cityMean')} <b>{tenth(city.mean)}</b>{' '}
        {city.overCount > 0 && <b className={classes.over}>{t('ranking.countyCount', { count: city.overCount })}</b>}
      </p>
    ))
}

function MonthRanking({ report }: { readonly report: MonthReport }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { city, limits, rows } = report
  const largest = ({ figure, lastMonth }: RankedCounty) => Math.max(figure.value ?? 0, lastMonth ?? 0)
  const top = Math.max(...limits, ...rows.map(largest)) * 1.04
  const unranked = dataset.counties.filter(({ ranked }) => !ranked)
  const mean = tenth(city.mean)
  const isSheet = useMedia(SHEET)
  return (
    <>
      <p className={classes.city}>
        {monthName(t, report.month)} {t('ranking.unit')}
        {DOT}
        {t('ranking.cityMean')} <b>{mean}</b>
      </p>
      <p className={classes.city}>
        {city.overCount > 0 && <b className={classes.over}>{t('ranking.countyCount', { count: city.overCount })}</b>}
        <Why of={`${t('ranking.cityMean')} ${mean}`}>
          <p>{t('why.city')}</p>
          {cityMeanLines(t, dataset, city, i18n.language).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Why>
        <span className={classes.tick}>{t('frame.lastMonth')}</span>
        {/* The month strip appears only when the sheet is lowered. */}
        {isSheet && <BesideSelect />}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('ranking.rank')}</span>
            </th>
            <th scope="col">{t('ranking.county')}</th>
            <th scope="col" className={classes.barCell}>
              <span style={{ insetInlineStart: `${(limits[0]! / top) * 100}%` }}>{limitText(t, report)}</span>
            </th>
            <th scope="col">{t('ranking.value')}</th>
            <th scope="col">{t('ranking.yoy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.county} row={row} top={top} />
          ))}
        </tbody>
      </table>
      {rows.some(rowHasFootnoteMark) && <p className="quiet">{t('ranking.marked', { mark: FOOTNOTE_MARK })}</p>}
      {unranked.length > 0 && (
        <p className="quiet">
          {t('ranking.notRanked', {
            names: unranked.map(({ code }) => countyName(dataset, code, i18n.language)).join(t('frame.comma')),
          })}
        </p>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { pointsDifferFromPublished } from '@/domain/dustfall/county-month'
import { FOOTNOTE_MARK, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { countySeries, limitSeries } from '@/domain/dustfall/point-series'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { Surroundings } from '@/features/explore/point/Surroundings'
import { usePointText } from '@/features/explore/point/use-point-text'
import { isPlaced } from '@/questions/points/nearest-point'
import { addArea, useChentu, useDataset } from '@/store/chentu'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { useDataWords } from '@/store/words/data-words'
import { calculationLines, publishedLines } from '@/store/words/figure-lines'
import { noFigureText } from '@/store/words/no-figure'
import { Button } from '@/ui/controls/Button'
import { Sparkline } from '@/ui/Sparkline'
import { Why } from '@/ui/Why'
import classes from './FigureWhy.module.css'
import { PointTable } from './PointTable'

const MONTHS = 13
const REACH_METRES = 3000

/**
 * A county's figure of the month, with ※ where the meeting has it; a press explains it: its points against the limit, the calculation, earlier months,
 * and the surroundings of the points.
 */
export function FigureWhy({ row }: { readonly row: RankedCounty }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { month, value } = row.figure
  const name = countyName(dataset, row.county, i18n.language)
  const text = usePointText()
  const { word } = useDataWords()
  const isAsked = useRequestedDialog(
    ({ asked }) => asked?.dialog === 'figure' && asked.county === row.county && asked.month === month,
  )
  const ask = useRequestedDialog((state) => state.ask)
  const said = tenth(value, noFigureText(t, word, row.figure))
  return (
    <Why
      size="medium"
      figure={rowHasFootnoteMark(row) ? `${said}${FOOTNOTE_MARK}` : said}
      of={t('figure.of', { county: name, month: text.month(month), value: said })}
      isAsked={isAsked}
      onClose={() => ask(null)}
    >
      {(close) => <Reckoning row={row} onLeave={close} />}
    </Why>
  )
}

function Reckoning({ row, onLeave }: { readonly row: RankedCounty; onLeave(): void }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const isOpened = useChentu((state) => state.opened !== null)
  const setView = useChentu((state) => state.setView)
  const text = usePointText()
  const { word } = useDataWords()
  const { figure } = row
  // Point names such as "east" repeat between counties, so the county's name is added.
  const county = countyName(dataset, row.county, i18n.language)
  const { dustfallLimit } = row
  const series = countySeries(dataset.reports, row.county, figure.month, MONTHS)
  const limits = limitSeries(dataset.reports, row.county, figure.month, MONTHS)
  const codes = figure.points.map(({ point }) => point)
  const placed = dataset.dustfallPoints.filter((point) => codes.includes(point.code) && isPlaced(point))

  function showAround() {
    onLeave()
    addArea(
      ...placed.map(({ lon, lat, name }) => ({
        operation: 'add' as const,
        area: { type: 'circle' as const, centre: [lon, lat] as const, metres: REACH_METRES, name: `${county}${name}` },
      })),
    )
  }

  return (
    <div className={classes.why}>
      {publishedLines(t, word, row).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={classes.months}>
        <Sparkline values={series.map((each) => each.value)} limits={limits} label={text.series(series)} />
        <span className="quiet">{text.series(series)}</span>
      </p>
      <PointTable points={figure.points} dustfallLimit={dustfallLimit} />
      {pointsDifferFromPublished(figure) && (
        <>
          <h4>{t('figure.now')}</h4>
          <PointTable points={figure.now.points} dustfallLimit={dustfallLimit} />
        </>
      )}
      <ul>
        {calculationLines(t, dataset, row, i18n.language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {figure.exact !== null && (
        <details>
          <summary>{t('figure.formula')}</summary>
          <p>{t('why.formula')}</p>
        </details>
      )}
      {isOpened && placed.length > 0 && (
        <>
          <Surroundings points={codes} metres={REACH_METRES} onLeave={onLeave} />
          <p className={classes.actions}>
            <Button onClick={showAround}>{t('figure.around', { km: REACH_METRES / 1000 })}</Button>
            <Button
              onClick={() => {
                onLeave()
                setView({ county: row.county, panel: 'upwind' })
              }}
            >
              {t('point.upwind')}
            </Button>
          </p>
        </>
      )}
    </div>
  )
}

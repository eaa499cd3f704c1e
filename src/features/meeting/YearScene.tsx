import { useTranslation } from 'react-i18next'
import { lastMonths } from '@/domain/dustfall/last-months'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { Chart } from '@/ui/Chart'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { useFocusedCounty } from './use-focused-county'
import classes from './YearScene.module.css'

/** Share of the screen's height that text of a chart has. */
const TEXT = 1 / 40

/** Twelve months of every county with the limit marked, the year's mean, and one county against city and limit. */
export function YearScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const theme = usePreferences((state) => state.theme)
  const setView = useChentu((state) => state.setView)
  const focused = useFocusedCounty()
  if (!report || !focused) return null
  const { reports } = dataset
  const shown = lastMonths(reports, report)
  const { ink, quiet, line, limit: limitColour, action } = paletteOf(theme)
  const figuresOf = (county: string) =>
    shown.map(({ rows }) => rows.find((row) => row.county === county)?.figure.value ?? null)
  const name = countyName(dataset, focused, i18n.language)
  const option = (height: number) => {
    const fontSize = height * TEXT
    const text = { color: ink, fontSize, fontFamily: 'inherit' }
    const series = (label: string, data: readonly (number | null)[], color: string, width: number) => ({
      type: 'line' as const,
      name: label,
      data: [...data],
      color,
      symbolSize: fontSize / 3,
      lineStyle: { width },
      endLabel: { show: true, formatter: label, ...text, color },
      labelLayout: { moveOverlap: 'shiftY' as const },
    })
    return {
      animation: false,
      grid: { left: fontSize * 2.4, right: fontSize * 5.4, top: fontSize * 1.5, bottom: fontSize * 2 },
      xAxis: {
        type: 'category' as const,
        data: shown.map(({ month }) => month.slice(2)),
        axisLabel: { ...text, color: quiet, interval: shown.length > 6 ? 2 : 0 },
        axisLine: { lineStyle: { color: line } },
        offset: fontSize * 0.4,
      },
      yAxis: {
        type: 'value' as const,
        min: 0,
        max: ({ max }: { max: number }) => Math.ceil(Math.max(max, report.dustfallLimit)) + 1,
        axisLabel: { ...text, color: quiet },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        series(name, figuresOf(focused), ink, fontSize / 5),
        {
          ...series(
            t('meeting.city'),
            shown.map(({ city }) => city.mean),
            action,
            fontSize / 8,
          ),
          markLine: {
            silent: true,
            symbol: 'none',
            data: [{ yAxis: report.dustfallLimit }],
            lineStyle: { color: limitColour, width: fontSize / 8 },
            label: {
              ...text,
              color: limitColour,
              position: 'insideEndBottom' as const,
              formatter: t('ranking.limit', { limit: report.dustfallLimit }),
            },
          },
        },
      ],
    }
  }
  return (
    <SceneFrame
      title={t('meeting.scene.year')}
      facts={[{ label: t('ranking.unit'), value: t('ranking.limit', { limit: report.dustfallLimit }) }]}
    >
      <div className={wall.two}>
        <table className={classes.heat}>
          <thead>
            <tr>
              <th scope="col">{t('ranking.county')}</th>
              {shown.map(({ month }, i) => (
                <th key={month} scope="col">
                  {i === 0 || month.endsWith('-01') ? month.slice(2) : Number(month.slice(5))}
                </th>
              ))}
              <th scope="col">{t('meeting.yearMean')}</th>
              <th scope="col">{t('ranking.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rows.map(({ county, accumulated, accumulatedRank }) => (
              <tr key={county} aria-current={county === focused}>
                <th scope="row">
                  <button type="button" onClick={() => setView({ county })}>
                    {countyName(dataset, county, i18n.language)}
                  </button>
                </th>
                {figuresOf(county).map((value, i) => {
                  const of = value === null ? null : dustfallClass(value, report.dustfallLimit)
                  return (
                    <td
                      key={shown[i]!.month}
                      data-class={of ?? ''}
                      data-over={of !== null && of >= OVER_CLASS}
                      style={of === null ? undefined : { backgroundColor: `var(--dustfall-${of})` }}
                    >
                      {tenth(value)}
                    </td>
                  )
                })}
                <td className={wall.value}>{tenth(accumulated)}</td>
                <td>{accumulatedRank ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Chart
          label={t('meeting.lineOf', { name })}
          option={option}
          about={`${report.month} ${focused} ${theme} ${i18n.language}`}
        />
      </div>
    </SceneFrame>
  )
}

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import uPlot from 'uplot'
import { hourText, valueText } from '@/store/words/monitor-figures'
import 'uplot/dist/uPlot.min.css'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { undismissedDoubts } from '@/domain/monitoring/doubts/verdict'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { MonitorSeries, NeighbourLevels, OwnHours } from '@/questions/monitors/monitor-series'
import { useShownTheme } from '@/store/device/shown-theme'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { chartData, secondsOf, shanghaiDate } from './chart-data'
import classes from './Monitoring.module.css'

const HEIGHT = 320

interface Props {
  /** {@link OwnHours} while the comparison and the findings are still loading. */
  readonly series: OwnHours | MonitorSeries
  readonly parameter: Parameter
  readonly name: string
}

/**
 * Line chart of the hours. Gaps stay gaps, limits are dashed, doubted hours are shaded. A dot marks hours above a
 * limit, a ring hours far above the background, a grey ring hours above a limit only because of the background.
 */
export function SeriesChart({ series, parameter, name }: Props) {
  const { t } = useTranslation()
  const theme = useShownTheme()
  const verdicts = useDoubtVerdicts()
  const place = useRef<HTMLDivElement>(null)
  const named = t(`monitoring.names.${parameter}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme determines the colours
  useEffect(() => {
    const box = place.current!
    const style = getComputedStyle(document.documentElement)
    const colour = (variable: string) => style.getPropertyValue(variable).trim()
    const text = (value: number | null) => (value === null ? '—' : valueText(value, parameter))
    /** `others`: the course of the median that the line shows. */
    const line = (
      label: string,
      stroke: string,
      width: number,
      dash?: number[],
      others?: NeighbourLevels,
    ): uPlot.Series => ({
      label,
      stroke,
      width,
      ...(dash && { dash }),
      points: { show: false },
      value: (_, value, __, hour) =>
        others && value !== null && hour !== null
          ? t('monitoring.ofOthers', { value: text(value), count: others.devices[hour] ?? 0 })
          : text(value),
    })
    const beside = 'county' in series ? series : null
    const axis = { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } }
    const chart = new uPlot(
      {
        width: box.clientWidth,
        height: HEIGHT,
        tzDate: shanghaiDate,
        scales: { y: { range: (_, least, most) => [Math.min(0, least), most * 1.08 || 1] } },
        axes: [
          {
            ...axis,
            values: (_, ticks) =>
              ticks.map((at) => {
                const [day = '', hour = ''] = hourText(at / 60).split(' ')
                return hour === '00:00' ? day.slice(5) : hour
              }),
          },
          {
            ...axis,
            ...{ size: 56, label: PARAMETER_FACTS[parameter].unit, labelSize: 20 },
            // As in the texts beside it: uPlot alone would group thousands.
            values: (_, ticks) => ticks.map((at) => String(at)),
          },
        ],
        legend: { markers: { width: 2, dash: (_, nth) => (nth === 3 ? 'dotted' : nth > 3 ? 'dashed' : 'solid') } },
        series: [
          { label: t('monitoring.hour'), value: (_, at) => (at === null ? '—' : hourText(at / 60)) },
          line(t('monitoring.own'), colour('--action'), 1.6),
          line(t('monitoring.county'), colour('--quiet'), 1, undefined, beside?.county),
          line(t('monitoring.city'), colour('--quiet'), 1, [2, 3], beside?.city),
          ...series.limits.map(() => line(t('monitoring.limit'), colour('--limit'), 1.2, [6, 4])),
        ],
        hooks: {
          drawClear: [
            (plot) =>
              'doubts' in series && shadeDoubts(plot, undismissedDoubts(verdicts, series.doubts), colour('--line')),
          ],
          draw: [
            (plot) => {
              if (!('doubts' in series)) return
              ringExplained(plot, series, colour('--quiet'))
              dotExceedances(plot, series, colour('--over'))
            },
          ],
        },
      },
      chartData(series),
      box,
    )
    const watch = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: HEIGHT }))
    watch.observe(box)
    return () => {
      watch.disconnect()
      chart.destroy()
    }
  }, [series, parameter, theme, verdicts, t])
  const until = series.from + (series.values.length - 1) * 60
  return (
    <figure
      className={classes.chart}
      aria-label={t('monitoring.seriesLabel', {
        name,
        parameter: named,
        from: hourText(series.from),
        until: hourText(until),
      })}
    >
      <div ref={place} />
    </figure>
  )
}

function shadeDoubts({ ctx, bbox, valToPos }: uPlot, doubts: readonly Doubt[], fill: string): void {
  ctx.save()
  ctx.fillStyle = fill
  for (const { from, until } of doubts) {
    const left = Math.max(bbox.left, valToPos(secondsOf(from), 'x', true))
    const right = Math.min(bbox.left + bbox.width, valToPos(secondsOf(until), 'x', true))
    if (right > left) ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height)
  }
  ctx.restore()
}

const DOT = 3
/** Radius of the ring around a dot, so that both are visible. */
const RING = 5.5

function ringExplained({ ctx, valToPos }: uPlot, { explained }: MonitorSeries, colour: string): void {
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5 * devicePixelRatio
  ctx.setLineDash([])
  for (const { from, value } of explained) {
    ctx.beginPath()
    ctx.arc(valToPos(secondsOf(from), 'x', true), valToPos(value, 'y', true), DOT * devicePixelRatio, 0, 2 * Math.PI)
    ctx.stroke()
  }
  ctx.restore()
}

function dotExceedances({ ctx, valToPos }: uPlot, { exceedances }: MonitorSeries, colour: string): void {
  ctx.save()
  ctx.fillStyle = colour
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5 * devicePixelRatio
  // Resets the dash pattern of the limit lines.
  ctx.setLineDash([])
  for (const { from, value, isOver, isAlarm } of exceedances) {
    const circle = (radius: number) => {
      ctx.beginPath()
      const [x, y] = [valToPos(secondsOf(from), 'x', true), valToPos(value, 'y', true)]
      ctx.arc(x, y, radius * devicePixelRatio, 0, 2 * Math.PI)
    }
    if (isOver) {
      circle(DOT)
      ctx.fill()
    }
    if (isAlarm) {
      circle(isOver ? RING : DOT)
      ctx.stroke()
    }
  }
  ctx.restore()
}

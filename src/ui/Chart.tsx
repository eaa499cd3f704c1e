import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef } from 'react'
import classes from './Chart.module.css'

interface Props {
  readonly label: string
  /** The chart for a height in pixels: what must be read from afar grows with the screen. */
  option(height: number): EChartsCoreOption
  /** Changes when the option does. */
  readonly about: string
}

/** A line chart. Its library comes when the first is shown; what it shows is also said in words or a table beside it. */
export function Chart({ label, option, about }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const latest = useRef(option)
  latest.current = option
  const drawn = useRef<{ draw(): void } | null>(null)

  useEffect(() => {
    let gone = false
    let end = () => {}
    void import('./charts').then(({ init }) => {
      if (gone || !container.current) return
      const element = container.current
      const chart = init(element, null, { renderer: 'svg' })
      const draw = () => chart.setOption(latest.current(window.innerHeight))
      const watch = new ResizeObserver(() => {
        chart.resize()
        draw()
      })
      watch.observe(element)
      drawn.current = { draw }
      draw()
      end = () => {
        watch.disconnect()
        drawn.current = null
        chart.dispose()
      }
    })
    return () => {
      gone = true
      end()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the option is made anew at each render; about says when it is another
  useEffect(() => drawn.current?.draw(), [about])

  return <div ref={container} className={classes.chart} role="img" aria-label={label} />
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastMonths } from '@/domain/dustfall/last-months'
import { countyName } from '@/domain/sources/county'
import { paletteOf } from '@/layers/palette'
import { useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { monthName } from '@/store/words/month-name'
import { Chart } from '@/ui/Chart'
import { Button } from '@/ui/controls/Button'
import controls from './Controls.module.css'
import classes from './RaceScene.module.css'
import { SceneFrame } from './SceneFrame'
import { useSceneKeys } from './use-scene-keys'

const STEP_MS = 1600
const SPEEDS = [0.5, 1, 2] as const
const TEXT = 1 / 38

/** Ranks month by month: played, paused, stepped. Who asks for less motion sees the steps without the moves between. */
export function RaceScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const theme = usePreferences((state) => state.theme)
  const { reports } = dataset
  const months = report ? lastMonths(reports, report) : []
  const [at, setAt] = useState(months.length - 1)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<number>(1)
  const [still] = useState(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches)
  const shown = Math.min(at, months.length - 1)

  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      if (shown < months.length - 1) setAt(shown + 1)
      else setPlaying(false)
    }, STEP_MS / speed)
    return () => clearTimeout(timer)
  }, [playing, shown, speed, months.length])

  function toggle() {
    if (!playing && shown === months.length - 1) setAt(0)
    setPlaying(!playing)
  }
  const step = (by: number) => {
    setPlaying(false)
    setAt(Math.min(months.length - 1, Math.max(0, shown + by)))
  }
  useSceneKeys([
    [' ', toggle],
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
  ])

  if (!report) return null
  const { ink, quiet, line, action, status, panel } = paletteOf(theme)
  const now = months[shown]!
  const option = (height: number) => {
    const fontSize = height * TEXT
    const text = { fontSize, fontFamily: 'inherit' }
    return {
      animation: !still,
      animationDurationUpdate: still ? 0 : Math.min(700, STEP_MS / speed / 2),
      grid: { left: fontSize * 2.5, right: fontSize * 11, top: fontSize * 1.2, bottom: fontSize * 2.6 },
      xAxis: {
        type: 'category' as const,
        data: months.map(({ month }) => month.slice(2)),
        boundaryGap: false,
        axisLabel: { ...text, color: quiet, hideOverlap: true },
        axisLine: { show: false },
        offset: fontSize * 0.7,
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value' as const,
        inverse: true,
        min: 1,
        max: now.rows.length,
        interval: 1,
        axisLabel: { ...text, color: quiet },
        splitLine: { lineStyle: { color: line } },
      },
      series: now.rows.map(({ county, over, rank }) => {
        // Lines of counties with the same rank end in one point, so the first carries the names of all.
        const tied = now.rows.filter((row) => row.rank === rank)
        const label =
          tied[0]?.county === county
            ? tied.map((row) => countyName(dataset, row.county, i18n.language)).join(t('meeting.comma'))
            : ''
        const colour = over ? status.overdue : action
        return {
          type: 'line' as const,
          id: county,
          data: months.map(({ rows }, i) =>
            i <= shown ? (rows.find((row) => row.county === county)?.rank ?? null) : null,
          ),
          color: colour,
          symbol: 'circle',
          symbolSize: fontSize / 2,
          lineStyle: { width: fontSize / (over ? 4 : 7) },
          endLabel: {
            show: label !== '',
            ...text,
            color: over ? status.overdue : ink,
            textBorderColor: panel,
            formatter: label,
          },
        }
      }),
    }
  }
  return (
    <SceneFrame title={t('meeting.scene.race')} subtitle={`${monthName(t, now.month)} · ${t('meeting.raceHelp')}`}>
      <div className={classes.race}>
        <Chart
          label={t('meeting.scene.race')}
          option={option}
          about={`${now.month} ${report.month} ${theme} ${i18n.language} ${speed}`}
        />
        <div className={controls.controls}>
          <Button onClick={() => step(-1)}>{t('meeting.stepBack')}</Button>
          <Button aria-pressed={playing} onClick={toggle}>
            {t(playing ? 'months.pause' : 'months.play')}
          </Button>
          <Button onClick={() => step(1)}>{t('meeting.stepOn')}</Button>
          {SPEEDS.map((each) => (
            <Button key={each} aria-pressed={speed === each} onClick={() => setSpeed(each)}>
              {t('meeting.speed', { speed: each })}
            </Button>
          ))}
        </div>
      </div>
    </SceneFrame>
  )
}

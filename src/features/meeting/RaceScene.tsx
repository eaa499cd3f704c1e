import { type CSSProperties, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { monthName } from '@/store/words/month-name'
import { MonthLines } from './drawings/MonthLines'
import { followedIn, raceLines } from './drawings/race-lines'
import { emsOf } from './drawings/text-width'
import classes from './RaceScene.module.css'
import { ranOn, stepOf, stepped, toggled, useRace } from './race-state'
import { SceneFrame } from './SceneFrame'
import { useScene } from './scene-context'
import { useFocusedCounty } from './use-focused-county'
import { useRaceMonths } from './use-race-months'
import { useSceneKeys } from './use-scene-keys'

const STEP_MS = 1600
/** Height of a line of text in percent of the drawing, which takes two thirds of the wall's. */
const TEXT_PERCENT = 4.8

/** How counties moved month by month: two or three are followed in colour, the others stand behind them in grey. */
export function RaceScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const { reports, months } = useRaceMonths()
  const focused = useFocusedCounty()
  const race = useRace()
  const { ahead } = useScene()
  const { playing, speed, by } = race
  const step = stepOf(race, months)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a step, and not each drawing of it, begins the wait for the next
  useEffect(() => {
    if (!playing || ahead) return
    const timer = setTimeout(() => useRace.setState(ranOn(race, months)), STEP_MS / speed)
    return () => clearTimeout(timer)
  }, [playing, ahead, step, speed, months.length])

  useSceneKeys([
    [' ', () => useRace.setState(toggled(race, months))],
    ['ArrowDown', () => useRace.setState(stepped(race, months, 1))],
    ['v', () => useRace.setState({ by: by === 'rank' ? 'value' : 'rank' })],
    ['ArrowUp', () => useRace.setState(stepped(race, months, -1))],
  ])

  const now = reports[step]
  if (!report || !now) return null
  const { lines, scale } = raceLines(reports, step, {
    by,
    followed: followedIn(reports, focused, dataset.settings.meeting?.counties ?? []),
    nameOf: (county) => countyName(dataset, county, i18n.language),
  })
  const longest = (side: 'start' | 'end') => Math.max(4, ...lines.map(({ [side]: words }) => emsOf(words)))
  const limitWords = t('ranking.limit', { limit: report.dustfallLimit })
  const notes = (
    <span className={classes.key}>
      <i /> {t('meeting.scenes.overDot', { limit: report.dustfallLimit })}
      {by === 'value' && <span>{t('ranking.unit')}</span>}
    </span>
  )
  return (
    <SceneFrame title={t('meeting.scene.race')} notes={notes}>
      <div className={classes.race} style={{ '--start': longest('start'), '--end': longest('end') } as CSSProperties}>
        <div>
          <MonthLines
            label={t(by === 'rank' ? 'meeting.scenes.ranksTo' : 'meeting.scenes.valuesTo', {
              month: monthName(t, now.month),
            })}
            months={months.map((month) => t('meeting.scenes.month', { month: Number(month.slice(5)) }))}
            lines={lines}
            scale={scale}
            limit={by === 'value' ? { value: report.dustfallLimit, words: limitWords } : null}
            watermark={monthName(t, now.month)}
            gap={TEXT_PERCENT}
          />
        </div>
      </div>
    </SceneFrame>
  )
}

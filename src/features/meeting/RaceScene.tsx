import { type CSSProperties, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FOOTNOTE_MARK, hasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { limitsText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'
import { MonthLines } from './drawings/MonthLines'
import { raceLines } from './drawings/race-lines'
import { emsOf } from './drawings/text-width'
import { notesOfFigures } from './figure-remarks'
import { followedCounties } from './followed-counties'
import { LimitNote } from './LimitNote'
import { MarkNotes } from './MarkNotes'
import { rankedText } from './missing'
import classes from './RaceScene.module.css'
import { advanceRace, raceStep, useRace } from './race-state'
import { SceneFrame } from './SceneFrame'
import { useScene } from './scene-context'
import { useFocusedCounty } from './use-focused-county'
import { useRaceKeys } from './use-race-keys'
import { useRaceMonths } from './use-race-months'

const STEP_MS = 1600
/** Height of a text line in percent of the drawing, which is two thirds as high as the wall. */
const TEXT_PERCENT = 4.8

/** How counties moved month by month: a few followed ones in colour, the others in grey behind them. */
export function RaceScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const { reports, months } = useRaceMonths()
  const focused = useFocusedCounty()
  const race = useRace()
  const { ahead } = useScene()
  const { playing, speed, by } = race
  const step = raceStep(race, months)

  useEffect(() => {
    if (!playing || ahead) return
    const timer = setInterval(() => useRace.setState((now) => advanceRace(now, months)), STEP_MS / speed)
    return () => clearInterval(timer)
  }, [playing, ahead, speed, months])

  useRaceKeys(true)

  const now = reports[step]
  if (!report || !now) return null
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  const isMarkedIn = (county: string) =>
    reports.some(({ rows }) => hasFootnoteMark(rows.find((row) => row.county === county)?.figure))
  const { lines, scale } = raceLines(reports, step, {
    by,
    followed: followedCounties(report, focused, dataset.settings.meeting?.counties ?? []),
    room: 100 / TEXT_PERCENT,
    nameOf: (county) => nameOf(county) + (isMarkedIn(county) ? FOOTNOTE_MARK : ''),
  })
  const ranked = rankedText(t, report)
  const longest = (side: 'start' | 'end') => Math.max(4, ...lines.map(({ [side]: words }) => emsOf(words)))
  const unnamed = lines.filter(({ end, hint }) => end === '' && hint !== '').length
  const notes = (
    <>
      <span className={classes.key}>
        <i /> {t('meeting.scenes.overDot', { limit: limitsText(t, reports) })}
        {by === 'value' && <span>{t('ranking.unit')}</span>}
        {unnamed > 0 && <span>{t('meeting.race.others', { count: unnamed })}</span>}
        {ranked && <span>{ranked}</span>}
      </span>
      <LimitNote />
      <MarkNotes notes={notesOfFigures(report, reports, nameOf, t)} />
    </>
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
            limit={
              by === 'value'
                ? {
                    values: reports.map(({ dustfallLimit }) => dustfallLimit),
                    words: (limit) => t('ranking.limit', { limit }),
                  }
                : null
            }
            watermark={monthName(t, now.month)}
            gap={TEXT_PERCENT}
          />
        </div>
      </div>
    </SceneFrame>
  )
}

import { useTranslation } from 'react-i18next'
import { monthName } from '@/store/words/month-name'
import { RacePlayer } from './RacePlayer'
import { raceStep, useRace } from './race-state'
import classes from './Speaker.module.css'
import { useRaceMonths } from './use-race-months'

/** For the speaker: whether the race on the wall is playing, its current month, and the controls. */
export function RaceStanding() {
  const { t } = useTranslation()
  const { months } = useRaceMonths()
  const race = useRace()
  const step = raceStep(race, months)
  const at = months[step]
  if (!at) return null
  return (
    <>
      <p role="status">
        {t(race.playing ? 'meeting.race.plays' : 'meeting.race.stands', {
          month: monthName(t, at),
          step: step + 1,
          of: months.length,
        })}
      </p>
      <nav className={classes.race} aria-label={t('meeting.scene.race')}>
        <RacePlayer />
      </nav>
    </>
  )
}

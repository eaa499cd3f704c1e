import { useTranslation } from 'react-i18next'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { moveRace, RACE_SPEEDS, raceStep, toggleRace, useRace } from './race-state'
import { useRaceMonths } from './use-race-months'

/** Buttons and key hints of the race, for the wall's bar and the speaker's window; not shown in the scene itself. */
export function RacePlayer() {
  const { t } = useTranslation()
  const { months } = useRaceMonths()
  const race = useRace()
  const { playing, speed, by } = race
  const set = (next: Partial<typeof race>) => useRace.setState(next)
  const at = months[raceStep(race, months)]
  return (
    <>
      <Button onClick={() => set(moveRace(race, months, -1))}>{t('meeting.stepBack')}</Button>
      <Button aria-pressed={playing} title={t('meeting.raceHelp')} onClick={() => set(toggleRace(race, months))}>
        {t(playing ? 'months.pause' : 'months.play')}
      </Button>
      <Button onClick={() => set(moveRace(race, months, 1))}>{t('meeting.stepOn')}</Button>
      {RACE_SPEEDS.map((each) => (
        <Button key={each} aria-pressed={speed === each} onClick={() => set({ speed: each })}>
          {t('meeting.speed', { speed: each })}
        </Button>
      ))}
      <Button aria-pressed={by === 'value'} onClick={() => set({ by: by === 'rank' ? 'value' : 'rank' })}>
        {t('meeting.scenes.byValue')}
      </Button>
      <span>{at && `${monthName(t, at)} · ${t('meeting.raceHelp')}`}</span>
    </>
  )
}

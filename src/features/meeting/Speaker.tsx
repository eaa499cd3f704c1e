import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import type { SceneItem } from '@/store/meeting/agenda'
import { figureLines } from '@/store/words/figure-lines'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { lazyPart } from '@/ui/lazy-part'
import { Why } from '@/ui/Why'
import { Clock } from './Clock'
import { headlineText } from './headlines'
import { NextPicture } from './NextPicture'
import { RaceStanding } from './RaceStanding'
import classes from './Speaker.module.css'
import { sceneStepText } from './steps'
import { useHeadline } from './use-headline'
import { useRaceKeys } from './use-race-keys'
import type { Wall } from './use-wall'

const DecisionsDialog = lazyPart(async () => ({ default: (await import('./DecisionsDialog')).DecisionsDialog }))

/** The speaker's own window: what is on the wall, what comes next, notes, time, and where each figure comes from. */
export function Speaker({ wall }: { readonly wall: Wall }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const [isNoting, setNoting] = useState(false)
  const { agenda, scene, black, step, next, forward, back, darken } = wall
  const headline = useHeadline(agenda[scene]!, step)
  const isRace = agenda[scene]?.scene === 'race'
  // Not while the wall is black: nobody would see the race move.
  useRaceKeys(isRace && !black)
  const title = (item: SceneItem | undefined) => (item ? (item.title ?? t(`meeting.scene.${item.scene}`)) : '—')
  function nextTitle() {
    if (!next) return '—'
    return [title(next.item), sceneStepText(t, next.step)].filter(Boolean).join(DOT)
  }
  return (
    <section className={classes.speaker} aria-label={t('meeting.speaker')}>
      <h1 className="unseen">{t('meeting.speaker')}</h1>
      <header>
        <Clock />
        <span>{`${scene + 1} / ${agenda.length}`}</span>
        {black && <strong>{t('meeting.isBlack')}</strong>}
      </header>
      <div className={classes.two}>
        <div>
          <h2>{title(agenda[scene])}</h2>
          {headline && <p>{headlineText(headline)}</p>}
          {step !== 'all' && <p>{t('meeting.wall.stepIs', { step: sceneStepText(t, step) })}</p>}
          {isRace && <RaceStanding />}
          {agenda[scene]?.scene === 'cases' && (
            <Why of={t('meeting.scene.cases')}>
              <p>{t('cases.scene.counting')}</p>
            </Why>
          )}
          <p className={classes.notes}>{agenda[scene]?.notes || t('meeting.noNotes')}</p>
        </div>
        <div>
          <p>
            {t('meeting.upNext')} <b>{nextTitle()}</b>
          </p>
          <NextPicture next={next} />
        </div>
      </div>
      <nav>
        <Button onClick={back}>{t('meeting.before')}</Button>
        <Button onClick={forward}>{t('meeting.next')}</Button>
        <Button onClick={darken}>{t('meeting.darken')}</Button>
        <Button onClick={() => setNoting(true)}>{t('decisions.open')}</Button>
      </nav>
      <Suspense fallback={null}>{isNoting && <DecisionsDialog onClose={() => setNoting(false)} />}</Suspense>
      <h3>{t('meeting.asked')}</h3>
      <ul className={classes.figures}>
        {report?.rows.map((row) => {
          const name = countyName(dataset, row.county, i18n.language)
          return (
            <li key={row.county}>
              <span>{row.rank ?? '—'}</span>
              <Button
                weight="quiet"
                title={t('meeting.race.speakOf')}
                aria-pressed={row.county === wall.focused}
                onClick={() => wall.speakOf(row.county)}
              >
                {name}
              </Button>
              <b>{tenth(row.figure.value)}</b>
              <Why of={`${name} ${report.month}`}>
                <ul>
                  {figureLines(t, dataset, row, i18n.language).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Why>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

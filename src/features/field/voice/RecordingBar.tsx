import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { timeText } from '@/ui/time-text'
import { MAX_SECONDS, type Recording } from './recording'
import type { Voices } from './use-voices'
import classes from './voice.module.css'
import { watchLevel } from './watch-level'

const TICK_MS = 250

/**
 * The running recording, shown above the check's bar however far the list is scrolled: time, level, stop button.
 * Afterwards a message on its outcome, if there is one.
 */
export function RecordingBar({ voices }: { readonly voices: Voices }) {
  const { t } = useTranslation()
  const { live, isHeld, said } = voices
  if (live) {
    return (
      <div className={classes.running}>
        {live.recording ? <Running recording={live.recording} /> : <span role="status">{t('voice.opening')}</span>}
        {live.recording && (
          <>
            <span className={classes.hint}>{t(isHeld ? 'voice.held' : 'voice.latched')}</span>
            <Button onClick={voices.end}>
              <span className={classes.mark} data-mark="stop" aria-hidden="true" />
              {t('voice.stop')}
            </Button>
          </>
        )}
      </div>
    )
  }
  if (said === '') return null
  return (
    <div className={classes.running}>
      <span role="alert">{said}</span>
      <Button onClick={voices.hear}>{t('app.close')}</Button>
    </div>
  )
}

function Running({ recording }: { readonly recording: Recording }) {
  const { t } = useTranslation()
  const [seconds, setSeconds] = useState(0)
  const [hasLevel, setHasLevel] = useState(true)
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(recording.elapsed()), TICK_MS)
    const stop = watchLevel(recording.stream, (level) => {
      if (meter.current) meter.current.value = level
    })
    setHasLevel(stop !== null)
    return () => {
      clearInterval(timer)
      stop?.()
    }
  }, [recording])
  return (
    <>
      <span className={classes.mark} data-mark="record" aria-hidden="true" />
      <span role="timer">{t('voice.time', { time: timeText(seconds), most: timeText(MAX_SECONDS) })}</span>
      {/* A meter that never moves would suggest that no sound is picked up. */}
      {hasLevel && <meter ref={meter} className={classes.level} min={0} max={1} aria-label={t('voice.level')} />}
    </>
  )
}

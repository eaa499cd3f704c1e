import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useBlobUrl } from '@/store/ledger/use-photo-url'
import { Button } from '@/ui/controls/Button'
import { timeText } from '@/ui/time-text'
import classes from './voice.module.css'

interface Props {
  /** When it was recorded, and how long it is. */
  readonly at: string
  readonly seconds: number
  readonly sound: Blob
}

/** Whether `play()` failed only because playback was paused before it started. */
const isPaused = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/** Plays a spoken note; large enough for a gloved finger. */
export function PlayButton({ at, seconds, sound }: Props) {
  const { t } = useTranslation()
  const url = useBlobUrl(sound)
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [cantPlay, setCantPlay] = useState(false)
  const time = timeText(seconds)
  const label = { time, at: localMinute(at).slice(11) }
  function press() {
    setCantPlay(false)
    if (isPlaying) audio.current?.pause()
    else audio.current?.play().catch((error: unknown) => !isPaused(error) && setCantPlay(true))
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the user recorded it */}
      <audio
        ref={audio}
        src={url ?? undefined}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
      <Button aria-label={t(isPlaying ? 'voice.pause' : 'voice.play', label)} aria-pressed={isPlaying} onClick={press}>
        <span className={classes.mark} data-mark={isPlaying ? 'pause' : 'play'} aria-hidden="true" />
        {time}
      </Button>
      {cantPlay && <small role="alert">{t('voice.cantPlay', { type: sound.type })}</small>}
    </>
  )
}

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/store/device/preferences'
import { Button } from '@/ui/controls/Button'
import { HOLD_MS } from '@/ui/controls/HoldButton'
import type { Voices } from './use-voices'
import classes from './voice.module.css'

/** A scrolling finger is cancelled before this time; a longer touch is meant as a press. */
const MEANT_MS = 200

interface Props {
  readonly item: string | undefined
  readonly voices: Voices
}

/**
 * Records between two presses, or while held. In rain mode it records only while held, so that a raindrop can't start a
 * recording that keeps running.
 */
export function VoiceButton({ item, voices }: Props) {
  const { t } = useTranslation()
  const rain = usePreferences((all) => all.rain)
  const { live } = voices
  const isOwn = live !== null && live.item === item
  /** Time at which the finger went down; null while no finger is down. */
  const down = useRef<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(voices)
  latest.current = voices
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), [])

  /** Whether the finger was lifted within {@link MEANT_MS}; cancels the pending start if so. */
  function wasShort(): boolean {
    if (timer.current === null) return false
    clearTimeout(timer.current)
    timer.current = null
    return true
  }
  function press(event: React.PointerEvent<HTMLButtonElement>) {
    if (!event.isPrimary || event.button > 0) return
    if (isOwn) return voices.end()
    if (live) return
    // Capture the pointer: a finger that slides off the button while the user speaks still holds it.
    event.currentTarget.setPointerCapture?.(event.pointerId)
    down.current = performance.now()
    timer.current = setTimeout(() => {
      timer.current = null
      latest.current.begin(item, true)
    }, MEANT_MS)
  }
  function letGo(isCancelled: boolean) {
    if (down.current === null) return
    const held = performance.now() - down.current
    down.current = null
    if (wasShort()) {
      if (isCancelled) return
      if (rain) return voices.say(t('voice.shortRain'))
      return voices.begin(item, false)
    }
    if (held >= HOLD_MS && !isCancelled) voices.end()
    // Otherwise the press was short, or the system took over the touch (microphone prompt, scrolling): go on recording,
    // except after a short press in rain mode.
    else if (rain && held < HOLD_MS) voices.discard()
    else voices.latch()
  }
  return (
    <Button
      className={classes.record}
      data-recording={isOwn}
      disabled={live !== null && !isOwn}
      onPointerDown={press}
      onPointerUp={() => letGo(false)}
      onPointerCancel={() => letGo(true)}
      onContextMenu={(event) => event.preventDefault()}
      // Activated by keyboard or screen reader; pointers are handled above.
      onClick={({ detail }) => {
        if (detail > 0) return
        if (isOwn) voices.end()
        else voices.begin(item, false)
      }}
    >
      <span className={classes.mark} data-mark={isOwn ? 'stop' : 'record'} aria-hidden="true" />
      {t(isOwn ? 'voice.stop' : 'voice.record')}
    </Button>
  )
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import { saveFile } from './save-file'

interface Props {
  readonly sound: Blob
  /** Name of the sound, on the screen; `fileName` is used when saving. */
  readonly label: string
  readonly fileName: string
}

/** Beyond the end of any recording: seeking there makes the player determine the duration. */
const FAR = 1e6

/** A sound with the browser's own player; if the format can't be played, it can be saved. */
export function Sound({ sound, label, fileName }: Props) {
  const { t } = useTranslation()
  const audio = useRef<HTMLAudioElement>(null)
  const [url, setUrl] = useState<string | null>(null)
  const [cantPlay, setCantPlay] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(sound)
    setUrl(made)
    setCantPlay(false)
    return () => URL.revokeObjectURL(made)
  }, [sound])

  /**
   * Recorders write no duration at the start of the file; Chromium then shows none and can't seek until it has seen the
   * end.
   */
  function findLength() {
    const player = audio.current
    if (!player || Number.isFinite(player.duration)) return
    player.addEventListener('timeupdate', () => (player.currentTime = 0), { once: true })
    player.currentTime = FAR
  }
  if (!url) return null
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: there is no transcript of a spoken note */}
      <audio
        ref={audio}
        controls
        src={url}
        preload="metadata"
        aria-label={label}
        onLoadedMetadata={findLength}
        onError={() => setCantPlay(true)}
      />
      {cantPlay && (
        <p role="note">
          {t('voice.cantPlay', { type: sound.type })}{' '}
          <Button onClick={() => saveFile(sound, fileName)}>{t('voice.save')}</Button>
        </p>
      )}
    </>
  )
}

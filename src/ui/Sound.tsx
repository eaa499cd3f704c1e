import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import { saveFile } from './save-file'

interface Props {
  readonly sound: Blob
  /** What it is called, on the screen and as a file. */
  readonly label: string
  readonly fileName: string
}

/** Beyond the end of any recording: a player that is sent there finds out how long it is. */
const FAR = 1e6

/** A sound with the browser's own player; where that can't play it, it can be saved. */
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

  /** A recorder writes no length at the beginning of its file: Chromium then shows none, and can't be moved, until it has seen the end. */
  function findLength() {
    const player = audio.current
    if (!player || Number.isFinite(player.duration)) return
    player.addEventListener('timeupdate', () => (player.currentTime = 0), { once: true })
    player.currentTime = FAR
  }
  if (!url) return null
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what a patrol said */}
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

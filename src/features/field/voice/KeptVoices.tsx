import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { VoiceRef } from '@/ledger/voice'
import { useVoice } from '@/store/ledger/use-voice'
import { timeText } from '@/ui/time-text'
import { PlayButton } from './PlayButton'
import classes from './voice.module.css'

interface Props {
  readonly voices: readonly VoiceRef[]
  /** Heading above the notes. */
  readonly title?: string
}

/** Spoken notes of a saved record: they can be played but not removed. */
export function KeptVoices({ voices, title }: Props) {
  if (voices.length === 0) return null
  return (
    <div className={classes.strip}>
      {title && <p className={classes.title}>{title}</p>}
      {voices.map((voice) => (
        <KeptVoice key={voice.hash} voice={voice} />
      ))}
    </div>
  )
}

function KeptVoice({ voice: { hash, at, seconds } }: { readonly voice: VoiceRef }) {
  const { t } = useTranslation()
  const { sound, isWaiting } = useVoice(hash)
  if (sound) return <PlayButton at={at} seconds={seconds} sound={sound} />
  return isWaiting ? null : <small>{t('voice.gone', { at: localMinute(at).slice(11), time: timeText(seconds) })}</small>
}

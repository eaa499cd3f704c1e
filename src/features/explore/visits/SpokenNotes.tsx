import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { VoiceRef } from '@/ledger/voice'
import { useOpened } from '@/store/chentu'
import { useVoice } from '@/store/ledger/use-voice'
import { itemLabel } from '@/store/words/inspection-line'
import { Sound } from '@/ui/Sound'
import { timeText } from '@/ui/time-text'
import classes from './SpokenNotes.module.css'

interface Props {
  readonly kind: KindId
  readonly voices: readonly VoiceRef[]
}

/** Players for a team's voice notes on a source. */
export function SpokenNotes({ kind, voices }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  if (voices.length === 0) return null
  return (
    <ul className={classes.notes} aria-label={t('voice.list')}>
      {voices.map((voice) => (
        <SpokenNote
          key={voice.hash}
          voice={voice}
          item={voice.item ? itemLabel(dataset, kind, voice.item, i18n.language) : ''}
        />
      ))}
    </ul>
  )
}

function SpokenNote({ voice, item }: { readonly voice: VoiceRef; readonly item: string }) {
  const { t } = useTranslation()
  const { sound, isWaiting } = useVoice(voice.hash)
  const at = localMinute(voice.at)
  const said = { at, time: timeText(voice.seconds) }
  const label = item ? t('voice.ofItem', { ...said, item }) : t('voice.title', said)
  return (
    <li>
      <small className="quiet">{label}</small>
      {sound && (
        <Sound
          sound={sound}
          label={label}
          fileName={`${t('voice.fileName', { at: at.replace(/\D/g, '') })}.${extensionOf(sound.type)}`}
        />
      )}
      {!sound && !isWaiting && <p role="note">{t('voice.missing')}</p>}
    </li>
  )
}

/** Usual file extension of an audio type: .m4a for audio/mp4, so that it is not mistaken for a video. */
function extensionOf(type: string): string {
  const name = /^audio\/([a-z0-9]+)/.exec(type)?.[1] ?? 'bin'
  return name === 'mp4' ? 'm4a' : name
}

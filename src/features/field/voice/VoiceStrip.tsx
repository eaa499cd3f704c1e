import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import type { CheckDraft } from '@/features/field/record/drafts'
import { timeText } from '@/ui/time-text'
import { PlayButton } from './PlayButton'
import type { Voices } from './use-voices'
import { VoiceButton } from './VoiceButton'
import classes from './voice.module.css'

interface Props {
  /** Checklist item the notes are about; absent for the source as a whole. */
  readonly item?: string
  readonly draft: Pick<CheckDraft, 'voices' | 'answers'>
  readonly voices: Voices
}

/** Spoken notes of a draft: record, play, remove. */
export function VoiceStrip({ item, draft, voices }: Props) {
  const { t } = useTranslation()
  // Notes of an item that is no longer failing are shown with the source's, so that they can still be played and
  // removed.
  const placeOf = (of: string | undefined) => (of !== undefined && draft.answers[of] === 'no' ? of : undefined)
  const taken = draft.voices.filter(({ ref }) => placeOf(ref.item) === item)
  return (
    <div className={classes.strip} data-voices={item ?? ''}>
      {taken.map((voice) => (
        <span key={voice.ref.hash} className={classes.note}>
          <PlayButton at={voice.ref.at} seconds={voice.ref.seconds} sound={voice.sound} />
          <HoldInRainButton
            aria-label={t('voice.remove', { time: timeText(voice.ref.seconds) })}
            onPress={() => voices.remove(voice)}
          >
            {'✕'}
          </HoldInRainButton>
        </span>
      ))}
      <VoiceButton item={item} voices={voices} />
    </div>
  )
}

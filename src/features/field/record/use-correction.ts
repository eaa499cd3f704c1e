import { useTranslation } from 'react-i18next'
import type { Done } from '@/features/field/check/DoneLine'
import type { Voices } from '@/features/field/voice/use-voices'
import type { InspectionEvent } from '@/ledger/visit'
import { type CheckDraft, correctionOf, NOTHING_CHECKED } from './drafts'
import { type Change, type KeptDraft, withPhotosOf } from './use-draft'

/** Begins the correction of a saved record, and gives it up again, with undo. */
export function useCorrection(
  keptDraft: KeptDraft<CheckDraft>,
  voices: Voices,
  change: (part: Change<CheckDraft>) => void,
  setDone: (done: Done | null) => void,
) {
  const { t } = useTranslation()

  function letGo(written: CheckDraft) {
    voices.letGo(written.voices)
    setDone({
      words: t('check.correctingStopped'),
      undo: () => {
        setDone(null)
        // Photos and notes added since then are kept: they can't be taken again.
        keptDraft.change((now) => withPhotosOf(written, now))
        voices.takeBack(written.voices)
      },
    })
  }

  return {
    correct: (wrong: InspectionEvent) => change(correctionOf(wrong)),
    async giveUp() {
      if (voices.live) await voices.finish()
      keptDraft.change((written) => {
        // On a second press the first one's undo must not be overwritten.
        if (written.corrects === '') return {}
        letGo(written)
        return NOTHING_CHECKED
      })
    },
  }
}

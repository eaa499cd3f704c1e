import { useTranslation } from 'react-i18next'
import { useOfficeTexts } from '@/store/words/office'
import { ReasonForm } from '@/ui/ReasonForm'

const NOTES = {
  visit: ['photo', 'place', 'item', 'words'],
  find: ['photo', 'misplaced', 'kind', 'twice', 'words'],
} as const

interface Props {
  /** True for a found source, false for a check. */
  readonly isFind: boolean
  onGive(note: string): Promise<void>
  onCancel(): void
}

/** Asks for the note that says what is to be done when a check or a found source is returned. */
export function ReturnForm({ isFind, onGive, onCancel }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const title = t(isFind ? 'review.giveBackFind' : 'review.giveBackTitle')
  return (
    <ReasonForm
      title={title}
      warning={t(isFind ? 'review.giveBackFindHelp' : 'review.giveBackHelp')}
      reasons={NOTES[isFind ? 'find' : 'visit'].map((each) => ofOffice(`review.notes.${each}`))}
      confirm={title}
      onGive={onGive}
      onCancel={onCancel}
    />
  )
}

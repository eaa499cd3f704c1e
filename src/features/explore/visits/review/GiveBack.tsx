import { useTranslation } from 'react-i18next'
import { useOfficeTexts } from '@/store/words/office'
import { ReasonForm } from '@/ui/ReasonForm'

const NOTES = ['photo', 'place', 'item', 'words'] as const

interface Props {
  onGive(note: string): Promise<void>
  onCancel(): void
}

/** Asks what is to be done before a check is given back. */
export function GiveBack({ onGive, onCancel }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  return (
    <ReasonForm
      title={t('review.giveBackTitle')}
      warning={t('review.giveBackHelp')}
      reasons={NOTES.map((each) => ofOffice(`review.notes.${each}`))}
      confirm={t('review.giveBackTitle')}
      onGive={onGive}
      onCancel={onCancel}
    />
  )
}

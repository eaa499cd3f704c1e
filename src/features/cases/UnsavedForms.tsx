import { useTranslation } from 'react-i18next'
import { useFormDrafts } from '@/store/device/form-drafts'

interface Props {
  /** Whether forms of a group are listed here. */
  has(group: string): boolean
}

/** Names the forms that were begun and not saved, so that they are found again after a reload; nothing if none was. */
export function UnsavedForms({ has }: Props) {
  const { t } = useTranslation()
  const names = useFormDrafts(({ drafts }) => drafts)
    .filter(({ group }) => has(group))
    .map(({ label }) => label)
  if (names.length === 0) return null
  return <p role="note">{t('ui.draft.left', { names: names.join(t('ui.semicolon')) })}</p>
}

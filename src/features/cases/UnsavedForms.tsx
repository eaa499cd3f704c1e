import { useTranslation } from 'react-i18next'
import { useFormDrafts } from '@/store/device/form-drafts'
import { useOpenForms } from '@/store/page/use-form-draft'

interface Props {
  /** Whether forms of a group are listed here. */
  has(group: string): boolean
}

/** Names the forms that were begun, not saved and closed, so that they are found again after a reload; nothing if none was. */
export function UnsavedForms({ has }: Props) {
  const { t } = useTranslation()
  const open = useOpenForms((state) => state.open)
  const names = useFormDrafts(({ drafts }) => drafts)
    .filter(({ group, form }) => has(group) && !open.some((each) => each.group === group && each.form === form))
    .map(({ label }) => label)
  if (names.length === 0) return null
  return <p role="note">{t('ui.draft.left', { names: names.join(t('ui.semicolon')) })}</p>
}

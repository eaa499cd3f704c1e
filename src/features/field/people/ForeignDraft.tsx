import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import form from '@/features/field/field-form.module.css'
import { type CheckDraft, isBlank } from '@/features/field/record/drafts'
import { Button } from '@/ui/controls/Button'

/**
 * Whether a draft belongs to someone other than the current author; a draft without an owner belongs to whoever
 * continues it.
 */
export const isForeign = (draft: CheckDraft, author: string) =>
  draft.heldBy !== '' && author !== '' && draft.heldBy !== author && !isBlank(draft)

interface Props {
  readonly draft: CheckDraft
  readonly author: string
  onTake(): void
}

/** Says whose draft it is. The current author can take it over; the record names who began it. */
export function ForeignDraft({ draft, author, onTake }: Props) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={form.warning}>
      <p>{t('people.foreign', { name: draft.heldBy, at: localMinute(draft.begunAt), author })}</p>
      <Button onClick={onTake}>{t('people.takeOver', { author })}</Button>
    </div>
  )
}

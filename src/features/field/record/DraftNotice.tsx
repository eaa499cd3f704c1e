import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import form from '@/features/field/field-form.module.css'
import { Button } from '@/ui/controls/Button'
import { seenTaken, type TakenPhoto } from './photos'
import type { KeptDraft } from './use-draft'

interface Written {
  readonly note: string
  readonly photos: readonly TakenPhoto[]
}

interface Props<T extends Written> {
  readonly keptDraft: KeptDraft<T>
  /** Number of answers or corners in a draft. */
  count(draft: T): number
}

/** Shown if a draft could not be read, or was changed in another window; the user chooses how to go on. */
export function DraftNotice<T extends Written>({ keptDraft, count }: Props<T>) {
  const { t } = useTranslation()
  const { draft, unread, theirs, choose, retry } = keptDraft
  if (unread)
    return (
      <div role="alert" className={form.warning}>
        <p>{t('check.draftUnread', { reason: reasonOf(unread) })}</p>
        <Button onClick={retry}>{t('check.draftRetry')}</Button>
      </div>
    )
  if (!draft) return <p role="status">{t('check.draftOpening')}</p>
  if (!theirs) return null
  const text = (each: T) =>
    t('check.draftText', {
      answered: count(each),
      photos: seenTaken(each.photos).length,
      note: each.note || t('check.draftNoNote'),
    })
  return (
    <div role="alert" className={form.warning}>
      <p>{t('check.draftChanged')}</p>
      <p>{t('check.draftTheirs', { text: text(theirs) })}</p>
      <p>{t('check.draftMine', { text: text(draft) })}</p>
      <div className={form.actions}>
        {(['theirs', 'mine'] as const).map((which) => (
          <Button key={which} onClick={() => choose(which)}>
            {t(`check.draftTake.${which}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

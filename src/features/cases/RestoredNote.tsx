import { useTranslation } from 'react-i18next'
import type { KeptForm } from '@/store/page/use-form-draft'
import { momentText } from '@/store/words/case-words'
import { Button } from '@/ui/controls/Button'

/** Says above a form that what was typed earlier is in it again, and offers to start anew; nothing for a new form. */
export function RestoredNote({ of }: { readonly of: Pick<KeptForm<object>, 'restoredAt' | 'discard'> }) {
  const { t } = useTranslation()
  if (of.restoredAt === null) return null
  return (
    <p role="status">
      {t('ui.draft.restored', { at: momentText(of.restoredAt) })}{' '}
      <Button weight="quiet" onClick={of.discard}>
        {t('ui.draft.discard')}
      </Button>
    </p>
  )
}

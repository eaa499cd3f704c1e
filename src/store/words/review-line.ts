import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Review } from '@/ledger/review'

/** The desk's review of a record, in words. */
export function useReviewText() {
  const { t } = useTranslation()
  return ({ verdict, note, author, at }: Review): string => {
    if (verdict === 'accepted') return [t('handing.accepted'), note].filter(Boolean).join(t('ui.comma'))
    return t('handing.returnedNote', {
      who: author || t('desk.noAuthor'),
      at: localMinute(at),
      note: note || t('handing.noNote'),
    })
  }
}

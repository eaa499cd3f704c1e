import { useTranslation } from 'react-i18next'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { Done } from '@/features/field/check/DoneLine'
import type { CheckDraft } from './drafts'
import type { Change } from './use-draft'

/**
 * Answers all unanswered items as met, with undo. Items not met at the last check are left out: one press must not
 * close them.
 */
export function useAnswerRest(
  items: readonly CheckedItem[],
  wasMissed: (item: CheckedItem) => boolean,
  draft: CheckDraft | null,
  change: (part: Change<CheckDraft>) => void,
  setDone: (done: Done | null) => void,
) {
  const { t } = useTranslation()
  return () => {
    if (!draft) return
    const { answers } = draft
    const open = items.filter(({ id }) => !answers[id])
    const rest = open.filter((item) => !wasMissed(item))
    const left = open.length - rest.length
    change((now) => ({
      answers: { ...Object.fromEntries(rest.map(({ id }) => [id, 'yes' as const])), ...now.answers },
    }))
    setDone({
      words: t('check.restDone', { count: rest.length }) + (left > 0 ? t('check.restLeft', { count: left }) : ''),
      undo: () => {
        setDone(null)
        change((now) => ({
          answers: Object.fromEntries(
            Object.entries(now.answers).filter(([id]) => !rest.some((each) => each.id === id)),
          ),
        }))
      },
    })
  }
}

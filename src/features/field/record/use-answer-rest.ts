import { useTranslation } from 'react-i18next'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { Done } from '@/features/field/check/DoneLine'
import { type WholeSite, wholeSiteAnswer } from '@/features/field/check/whole-site'
import type { Answer } from '@/ledger/event'
import { useOfficeTexts } from '@/store/words/office'
import type { CheckDraft } from './drafts'
import type { Change } from './use-draft'

const entriesOf = <T>(items: readonly CheckedItem[], value: T): Readonly<Record<string, T>> =>
  Object.fromEntries(items.map(({ id }) => [id, value]))

const without = <T>(all: Readonly<Record<string, T>>, items: readonly CheckedItem[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !items.some((each) => each.id === id)))

/**
 * Answers all unanswered items with one press, with undo: as met, or by what a whole site came to. Items not met at the
 * last check are left out where one press must not close them; so is what a warning asks, where the answer is another.
 */
export function useAnswerRest(
  items: readonly CheckedItem[],
  wasMissed: (item: CheckedItem) => boolean,
  draft: CheckDraft | null,
  change: (part: Change<CheckDraft>) => void,
  setDone: (done: Done | null) => void,
) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const open = draft ? items.filter(({ id }) => !draft.answers[id]) : []

  function give(rest: readonly CheckedItem[], answer: Answer, reason: string, words: string) {
    change((now) => ({
      answers: { ...entriesOf(rest, answer), ...now.answers },
      ...(reason === '' ? {} : { reasons: { ...now.reasons, ...entriesOf(rest, reason) } }),
    }))
    setDone({
      words,
      undo: () => {
        setDone(null)
        change((now) => ({
          answers: without(now.answers, rest),
          ...(reason === '' ? {} : { reasons: without(now.reasons, rest) }),
        }))
      },
    })
  }

  return {
    asMet() {
      const rest = open.filter((item) => !wasMissed(item))
      const left = open.length - rest.length
      const words = t('check.restDone', { count: rest.length })
      give(rest, 'yes', '', words + (left > 0 ? t('check.restLeft', { count: left }) : ''))
    },
    asWhole(site: WholeSite) {
      const { answer, reason } = wholeSiteAnswer(site)
      const rest = site === 'stopped' ? open.filter((item) => !wasMissed(item) && !('warning' in item)) : open
      const left = open.length - rest.length
      const words = t('check.wholeDone', {
        count: rest.length,
        answer: t(`check.answer.${answer}`),
        reason: t(reason),
      })
      give(rest, answer, ofOffice(reason), words + (left > 0 ? t('check.wholeLeft', { count: left }) : ''))
    },
  }
}

import { useTranslation } from 'react-i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { Done } from '@/features/field/check/DoneLine'
import type { Answer } from '@/ledger/event'
import { useOpened } from '@/store/chentu'
import { itemLabel } from '@/store/words/inspection-line'
import { useOfficeTexts } from '@/store/words/office'
import { type WholeSite, wholeSiteAnswer } from '@/store/words/whole-site'
import type { CheckDraft } from './drafts'
import type { Change } from './use-draft'

const entriesOf = <T>(items: readonly CheckedItem[], value: T): Readonly<Record<string, T>> =>
  Object.fromEntries(items.map(({ id }) => [id, value]))

const without = <T>(all: Readonly<Record<string, T>>, items: readonly CheckedItem[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !items.some((each) => each.id === id)))

/** Why items are left to be answered one by one. */
function whyLeft(left: readonly CheckedItem[]): 'missed' | 'warned' | 'both' {
  const warned = left.filter((item) => 'warning' in item).length
  return warned === 0 ? 'missed' : warned === left.length ? 'warned' : 'both'
}

/** Names of items in a line; the rest of a longer list is found by the button for the next open item. */
const MOST_NAMES = 6

/**
 * Answers all unanswered items with one press, with undo: as met, or by what a whole site came to. Items not met before
 * are left out, since one press must not settle them; so is what a warning asks, where the answer is not that it is met.
 * Those left of a whole site are named, and one more press includes them.
 */
export function useAnswerRest(
  kind: KindId,
  items: readonly CheckedItem[],
  wasMissed: (item: CheckedItem) => boolean,
  draft: CheckDraft | null,
  change: (part: Change<CheckDraft>) => void,
  setDone: (done: Done | null) => void,
) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const ofOffice = useOfficeTexts()
  const open = draft ? items.filter(({ id }) => !draft.answers[id]) : []

  /** Answers those of the items that have no answer yet, and returns them. */
  function give(wanted: readonly CheckedItem[], answer: Answer, reason: string): readonly CheckedItem[] {
    let given: readonly CheckedItem[] = []
    if (wanted.length === 0) return given
    change((now) => {
      given = wanted.filter(({ id }) => !now.answers[id])
      return {
        answers: { ...now.answers, ...entriesOf(given, answer) },
        ...(reason === '' ? {} : { reasons: { ...now.reasons, ...entriesOf(given, reason) } }),
      }
    })
    return given
  }

  /** Takes back what was given, except where the user has changed it since. */
  function undoing(given: readonly CheckedItem[], answer: Answer, reason: string) {
    if (given.length === 0) return null
    return () => {
      setDone(null)
      change((now) => {
        const same = given.filter(
          ({ id }) => now.answers[id] === answer && (reason === '' || now.reasons[id] === reason),
        )
        return {
          answers: without(now.answers, same),
          ...(reason === '' ? {} : { reasons: without(now.reasons, same) }),
        }
      })
    }
  }

  const namesOf = (left: readonly CheckedItem[]) => {
    const names = left
      .slice(0, MOST_NAMES)
      .map(({ id }) => itemLabel(dataset, kind, id, i18n.language))
      .join(t('ui.comma'))
    return left.length > MOST_NAMES ? t('check.wholeNames', { names }) : names
  }

  /** Answers items by what the site came to, after those that were `before`; `left` are offered for one more press. */
  function fill(
    site: WholeSite,
    wanted: readonly CheckedItem[],
    left: readonly CheckedItem[],
    before: readonly CheckedItem[],
  ) {
    const { answer, reason } = wholeSiteAnswer(site)
    const given = [...before, ...give(wanted, answer, ofOffice(reason))]
    const done = t('check.wholeDone', {
      count: given.length,
      answer: t(`check.answer.${answer}`),
      reason: t(reason),
    })
    const open = t(`check.wholeLeft.${whyLeft(left)}`, { count: left.length, names: namesOf(left) })
    setDone({
      words: [...(given.length > 0 ? [done] : []), ...(left.length > 0 ? [open] : [])].join(t('ui.semicolon')),
      undo: undoing(given, answer, ofOffice(reason)),
      ...(left.length > 0 && {
        more: { words: t('check.wholeMore', { count: left.length }), act: () => fill(site, left, [], given) },
      }),
      stays: true,
    })
  }

  return {
    asMet() {
      const rest = open.filter((item) => !wasMissed(item))
      const left = open.length - rest.length
      const words = t('check.restDone', { count: rest.length })
      setDone({
        words: words + (left > 0 ? t('check.restLeft', { count: left }) : ''),
        undo: undoing(give(rest, 'yes', ''), 'yes', ''),
        stays: true,
      })
    },
    asWhole(site: WholeSite) {
      const isLeft = (item: CheckedItem) => wasMissed(item) || 'warning' in item
      fill(
        site,
        open.filter((item) => !isLeft(item)),
        open.filter(isLeft),
        [],
      )
    },
  }
}

import type { TFunction } from 'i18next'
import type { IsoDay } from '@/domain/calendar'
import { checklistOf } from '@/domain/rules/checklist'
import { type AnswerCounts, isPartial, type Visit, visitOutcome } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import type { LikelyCheck } from '@/store/cases/likely-check'
import { itemLabel, withUncheckedCount } from './inspection-line'

/** What checks found at a likely source of a case; what they left unchecked is never called fine. */
export function seenText(t: TFunction<'texts'>, dataset: Dataset, check: LikelyCheck, language: string): string {
  if (check.state === 'none') return t('cases.seenNone')
  const { visit } = check
  if (check.state === 'returned') return t('cases.seenReturned', { day: visit.day })
  const { unanswered } = check.counts
  const found = foundText(t, check.counts, visit.day)
  return unanswered > 0 ? [found, leftText(t, dataset, visit, unanswered, language)].join(t('ui.semicolon')) : found
}

function foundText(t: TFunction<'texts'>, counts: AnswerCounts, day: IsoDay): string {
  const { no, 'not-seen': unseen } = counts
  if (visitOutcome(counts) === 'not-seen')
    return unseen > 0 ? t('cases.seenUncheckable', { day, count: unseen }) : t('cases.seenUnanswered', { day })
  const fine = isPartial(counts) ? 'cases.seenPart' : 'cases.seenFine'
  return withUncheckedCount(t, no > 0 ? t('cases.seen', { day, count: no }) : t(fine, { day }), unseen)
}

/**
 * How many items of a visit are unanswered, and which; only the number if that is unknown, because the checklist was
 * another one then.
 */
function leftText(t: TFunction<'texts'>, dataset: Dataset, visit: Visit, count: number, language: string): string {
  const { kind } = visit.target
  const { items: asked, version } = checklistOf(dataset.rules, kind, visit.day)
  const left = asked.filter(({ id }) => !visit.answers.has(id))
  const isSame = visit.records.every(({ body }) => body.checklist === version)
  // Items that a warning adds to a check count as unanswered too, and are not in the checklist.
  if (!isSame || left.length !== count) return t('cases.seenLeft', { count })
  const items = left.map(({ id }) => itemLabel(dataset, kind, id, language, visit.day)).join(t('ui.comma'))
  return t('cases.seenLeftItems', { count, items })
}

import type { TFunction } from 'i18next'
import { type Visit, visitOutcome } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { countsOfVisit, outcomeWords, reasonOfItem, wholeOfVisit } from './inspection-line'

/**
 * What a visit came to, in words, for a list of a team; with the reason if it is one and the same for all of its items.
 * A finished site stays on the list until the desk has changed its data, so this is said.
 */
export function visitResult(t: TFunction<'texts'>, dataset: Dataset, visit: Visit): string {
  const line = outcomeWords(t, dataset, visit)
  const whole = wholeOfVisit(t, dataset, visit)
  if (whole !== null) return whole === 'finished' ? t('check.wholeToBook', { words: line }) : line
  const outcome = visitOutcome(countsOfVisit(dataset, visit))
  if (outcome !== 'not-applicable' && outcome !== 'not-seen') return line
  const reasons = new Set([...visit.answers.keys()].map(reasonOfItem(visit)))
  const [reason = ''] = reasons
  return reasons.size === 1 && reason !== '' ? t('lack.answered', { line, reasons: reason }) : line
}

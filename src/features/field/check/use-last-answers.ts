import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { CheckedItem } from '@/domain/warnings/on-site'
import { type AnsweredOn, answerSoFar, lastAnswer } from '@/ledger/last-answer'
import { type NamedSource, targetKey } from '@/ledger/shared-code'
import { isInspection } from '@/ledger/visit'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import type { SourceFacts } from './use-source-facts'

/** Earlier answers to an item. */
export interface Before {
  /**
   * The answer at the last visit before this one, or without a day the answer according to the data. Null if unknown.
   */
  readonly last: AnsweredOn | { readonly answer: AnsweredOn['answer']; readonly day: null } | null
  /** Data class of the readings that this answer comes from; null if it does not come from readings. */
  readonly readings: DataClass | null
  /** An answer already given in this visit: by the record being corrected, or earlier today. Null if there is none. */
  readonly soFar: { readonly answer: AnsweredOn['answer']; readonly of: 'corrected' | 'today' } | null
}

/**
 * Returns a function that gives earlier answers to an item; `corrects` is the id of the record being corrected, '' for
 * none.
 */
export function useLastAnswers(
  target: NamedSource,
  { ofData, readings }: Pick<SourceFacts, 'ofData' | 'readings'>,
  corrects: string,
): (item: CheckedItem) => Before {
  const state = useLedger((all) => all.state.get(targetKey(target)))
  const device = useLedger((all) => all.device)
  const event = useLedger((all) => all.events?.get(corrects))
  const corrected = event && isInspection(event) ? event : null
  const writing = { device, day: useToday(), corrected }
  return (item) => {
    const last = lastAnswer(state, item.id, writing)
    const soFar = answerSoFar(state, item.id, writing)
    const asData = last ? null : ofData(item)
    return {
      last: last ?? (asData && { answer: asData, day: null }),
      readings: asData && readings(item),
      soFar: soFar && { answer: soFar, of: corrected ? 'corrected' : 'today' },
    }
  }
}

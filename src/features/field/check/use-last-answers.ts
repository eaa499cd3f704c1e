import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { AskedItem } from '@/domain/warnings/on-site'
import type { CheckTarget } from '@/features/field/record/check-target'
import { targetKey } from '@/ledger/fold'
import { type AnsweredOn, answerSoFar, lastAnswer } from '@/ledger/last-answer'
import { isInspection } from '@/ledger/visit'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import type { SourceFacts } from './use-source-facts'

/** What was answered of an item before. */
export interface Before {
  /** At the last visit before this one; without a day as the data has it. Null where nobody knows. */
  readonly last: AnsweredOn | { readonly answer: AnsweredOn['answer']; readonly day: null } | null
  /** How real the readings are that say so; null where it is by none. */
  readonly readings: DataClass | null
  /** In this visit already: by the record that is being corrected, or earlier today. Null where it was not. */
  readonly soFar: { readonly answer: AnsweredOn['answer']; readonly of: 'corrected' | 'today' } | null
}

/** Gives what was answered of an item before; `corrects` is the record that is being corrected, '' for none. */
export function useLastAnswers(
  target: Pick<CheckTarget, 'kind' | 'code'>,
  { ofData, readings }: Pick<SourceFacts, 'ofData' | 'readings'>,
  corrects: string,
): (item: AskedItem) => Before {
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

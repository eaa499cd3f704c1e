import { useMemo } from 'react'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { CheckTarget } from '@/features/field/record/check-target'
import { applicableReviews } from '@/ledger/counted'
import type { Answer } from '@/ledger/event'
import { hasResult, isResult, lastResult } from '@/ledger/last-answer'
import { returningReview } from '@/ledger/review'
import { targetKey } from '@/ledger/shared-code'
import { answersForRules, deadlinesOf } from '@/ledger/visit'
import type { SourceRecord } from '@/questions/source/source-record'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

/** Known facts of a source before it is checked. */
export interface SourceFacts {
  /** Its record in the data; null until the worker has answered, and for a source no longer in the data. */
  readonly record: SourceRecord | null
  /** The text of its row's field with a meaning; '' if there is none. */
  text(meaning: Meaning): string
  /** Whether an item was last met, by the teams' records, else by the data; null if unknown. */
  standingAnswer(item: CheckedItem): Answer | null
  /**
   * Whether an item is not met until somebody finds that it is: a later answer that it does not apply or could not be
   * checked settles nothing.
   */
  isUnmet(item: CheckedItem): boolean
  /** An item's answer according to the data alone; null if unknown. */
  ofData(item: CheckedItem): Answer | null
  /** Data class of the readings that decide an item's field; null if readings do not. */
  readings(item: CheckedItem): DataClass | null
  /** The passed deadline of a requirement of an item that was not met; null if there is none. */
  passedDeadline(item: CheckedItem): IsoDay | null
  /** Own deadlines of items that teams last found not met, by item. */
  readonly deadlines: Readonly<Record<string, string>>
}

/** Loads the known facts of a source. */
export function useSourceFacts(target: CheckTarget): SourceFacts {
  const { dataset } = useOpened()
  const source = target.summary?.source ?? null
  const record = useAnswer(async (worker) => (source === null ? null : worker.sourceRecord(source)), String(source))
  const state = useLedger((all) => all.state.get(targetKey(target)))
  const reviews = useLedger((all) => all.reviews)
  const exchanged = useLedger((all) => all.exchanged)
  const said = useMemo(() => applicableReviews(reviews, exchanged), [reviews, exchanged])
  // Rules ignore visits that the desk returned.
  const counted = state?.visits.filter((visit) => !returningReview(visit, said)) ?? []
  const kind = kindWithId(dataset.kinds, target.kind)
  function ofData({ id, field }: CheckedItem): Answer | null {
    const value = field === null ? null : record?.values[field]
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    const rule = field === null ? dataset.rules.findIndex((each) => each.kind === target.kind && each.id === id) : -1
    // If teams answered the item, the rule's result includes their answers and does not show the data alone.
    if (rule < 0 || !record || hasResult(counted, id)) return null
    if (record.kept.includes(rule)) return 'yes'
    const finding = record.findings.find((each) => each.rule === rule)
    return finding && finding.failures > 0 ? 'no' : null
  }
  const standingAnswer = (item: CheckedItem) => lastResult(state, item.id) ?? ofData(item)
  function isUnmet(item: CheckedItem): boolean {
    const standing = state?.items.get(item.id)?.standing.map(({ answer }) => answer) ?? []
    // If tablets disagree, the failing answer counts.
    if (standing.some(isResult)) return standing.includes('no')
    const found = counted.map((visit) => answersForRules(visit).get(item.id)?.answer).findLast(isResult)
    return (found ?? ofData(item)) === 'no'
  }
  return {
    record,
    text(meaning) {
      const name = kind && fieldNameByMeaning(kind, meaning)
      const value = name ? record?.values[name] : null
      return typeof value === 'string' ? value : ''
    },
    standingAnswer,
    isUnmet,
    ofData,
    readings: ({ field }) =>
      record?.measured.find((each) => each.measured === 'online' && each.role === 'decides' && each.field === field)
        ?.dataClass ?? null,
    deadlines: deadlinesOf({
      answers: new Map(
        (state?.visits ?? []).flatMap((visit) =>
          [...answersForRules(visit)].filter(([, { answer }]) => isResult(answer)),
        ),
      ),
    }),
    passedDeadline(item) {
      if (standingAnswer(item) !== 'no') return null
      const late = record?.findings.find(({ rule, status, due }) => {
        const { id, kind: ofKind, check } = dataset.rules[rule]!
        const asks =
          item.field === null ? id === item.id : ofKind === target.kind && fieldsOf(check).includes(item.field)
        return asks && status === STATUS.overdue && due !== null
      })
      return late?.due == null ? null : formatDay(late.due)
    },
  }
}

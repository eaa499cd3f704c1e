import { useMemo } from 'react'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { kindWithId, nameMeaning } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import type { AskedItem } from '@/domain/warnings/on-site'
import type { CheckTarget } from '@/features/field/record/check-target'
import { reviewsHere } from '@/ledger/counted'
import type { Answer } from '@/ledger/event'
import { targetKey } from '@/ledger/fold'
import { givenBack } from '@/ledger/review'
import { deadlinesOf } from '@/ledger/visit'
import type { SourceRecord } from '@/questions/source-record'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

/** What is known of a source before somebody looks at it. */
export interface SourceFacts {
  /** As its file has it; null until the worker has answered, and for a source that the data has no more. */
  readonly record: SourceRecord | null
  /** What its row says under a meaning; '' for nothing. */
  text(meaning: Meaning): string
  /** How an item stands, by the records of teams or by the data; null where nobody knows. */
  standingAnswer(item: AskedItem): Answer | null
  /** How it stands by the data alone; null where that does not say. */
  ofData(item: AskedItem): Answer | null
  /** Whether readings of its monitor say that, and how real they are; null where it is by none. */
  readings(item: AskedItem): DataClass | null
  /** The deadline that has run out of what is asked by an item that was not met; null where none has. */
  passedDeadline(item: AskedItem): IsoDay | null
  /** By item that teams found not met last: its own deadline, if it has one. */
  readonly deadlines: Readonly<Record<string, string>>
}

/** Asks for what is known of a source. */
export function useSourceFacts(target: CheckTarget): SourceFacts {
  const { dataset } = useOpened()
  const source = target.summary?.source ?? null
  const record = useAnswer(async (worker) => (source === null ? null : worker.record(source)), String(source))
  const state = useLedger((all) => all.state.get(targetKey(target)))
  const reviews = useLedger((all) => all.reviews)
  const exchanged = useLedger((all) => all.exchanged)
  const said = useMemo(() => reviewsHere(reviews, exchanged), [reviews, exchanged])
  // The rules leave out what the desk gave back.
  const counted = state?.visits.filter((visit) => !givenBack(visit, said)) ?? []
  const kind = kindWithId(dataset.kinds, target.kind)
  function ofData({ id, field }: AskedItem): Answer | null {
    const value = field === null ? null : record?.values[field]
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    const rule = field === null ? dataset.rules.findIndex((each) => each.kind === target.kind && each.id === id) : -1
    // Whether a rule is kept is told by what teams answered too, where they did.
    if (rule < 0 || !record || counted.some(({ answers }) => answers.has(id))) return null
    if (record.kept.includes(rule)) return 'yes'
    const finding = record.findings.find((each) => each.rule === rule)
    return finding && finding.failures > 0 ? 'no' : null
  }
  const standingAnswer = (item: AskedItem) => state?.items.get(item.id)?.standing.at(-1)?.answer ?? ofData(item)
  return {
    record,
    text(meaning) {
      const name = kind && nameMeaning(kind, meaning)
      const value = name ? record?.values[name] : null
      return typeof value === 'string' ? value : ''
    },
    standingAnswer,
    ofData,
    readings: ({ field }) =>
      record?.measured.find((each) => each.measured === 'online' && each.role === 'decides' && each.field === field)
        ?.dataClass ?? null,
    deadlines: deadlinesOf({ answers: new Map((state?.visits ?? []).flatMap(({ answers }) => [...answers])) }),
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

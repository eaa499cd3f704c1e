import 'fake-indexeddb/auto'
import { renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { useSourceFacts } from '@/features/field/check/use-source-facts'
import type { Answer, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { lastReviews, NO_REVIEWS } from '@/ledger/review'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inspection, target } from '../unit/ledger/records'

const record = { values: {}, findings: [{ rule: 0, failures: 1 }], kept: [], toVerify: [], measured: [] }
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => record }))

const item = { id: 'covered', field: null, clause: 25, title: { zh: '物料覆盖', en: 'Covered' } } as never
const source = { ...target, sameCode: null, position: null, summary: null }

/** Shows the ledger after answers on one day after another; returns their records. */
function tell(...said: readonly Answer[]): readonly LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const [i, answer] of said.entries()) {
    const before = events.at(-1) ?? null
    const body = inspection({ answers: { covered: answer }, supersedes: before ? [before.id] : [] })
    events.push(nextEvent(before, { device: 'a', at: `2022-10-1${i}T02:00:00Z`, author: '', body }))
  }
  useLedger.setState({ events: new Map(events.map((each) => [each.id, each])), state: foldLedger(events), device: 'a' })
  return events
}

const isUnmetNow = () => renderHook(() => useSourceFacts(source)).result.current.isUnmet(item)

/** Whether the item is not met after answers on one day after another. */
function isUnmet(...said: readonly Answer[]): boolean {
  tell(...said)
  return isUnmetNow()
}

beforeEach(() => {
  useLedger.setState({ reviews: NO_REVIEWS })
  const rule = { id: 'covered', kind: target.kind, check: { type: 'inspected' } }
  useChentu.setState({ opened: { dataset: { rules: [rule], kinds: [] } } as never })
})

it('an item that failed stays unmet until it is found met, also after visits that found nothing out', () => {
  expect(isUnmet('no')).toBe(true)
  expect(isUnmet('no', 'not-seen')).toBe(true)
  expect(isUnmet('no', 'not-applicable', 'not-seen')).toBe(true)
  expect(isUnmet('no', 'yes')).toBe(false)
  expect(isUnmet('no', 'yes', 'not-seen')).toBe(false)
})

it('an item that fails according to the data is unmet as well, until a team finds otherwise', () => {
  expect(isUnmet()).toBe(true)
  expect(isUnmet('not-seen')).toBe(true)
  expect(isUnmet('yes')).toBe(false)
})

it('an item stays unmet if the desk returned the check that found it met', () => {
  const met = tell('no', 'yes')[1]!
  expect(isUnmetNow()).toBe(false)
  const review = { event: met.id, hash: met.hash, verdict: 'returned', note: '', author: '内勤', at: met.at } as const
  useLedger.setState({ reviews: lastReviews([review]) })
  expect(isUnmetNow()).toBe(true)
})

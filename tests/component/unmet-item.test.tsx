import 'fake-indexeddb/auto'
import { renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { useSourceFacts } from '@/features/field/check/use-source-facts'
import type { Answer, Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inspection, target } from '../unit/ledger/records'

const record = { values: {}, findings: [{ rule: 0, failures: 1 }], kept: [], toVerify: [], measured: [] }
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => record }))

const item = { id: 'covered', field: null, clause: 25, title: { zh: '物料覆盖', en: 'Covered' } } as never
const source = { ...target, sameCode: null, position: null, summary: null }

/** What is known of the source after answers on one day after another. */
function factsAfter(said: readonly Answer[], shortcomings: Inspection['shortcomings'] = {}) {
  const events: LedgerEvent[] = []
  for (const [i, answer] of said.entries()) {
    const before = events.at(-1) ?? null
    const failing = answer === 'no' ? { shortcomings } : {}
    const body = inspection({ answers: { covered: answer }, ...failing, supersedes: before ? [before.id] : [] })
    events.push(nextEvent(before, { device: 'a', at: `2022-10-1${i}T02:00:00Z`, author: '', body }))
  }
  useLedger.setState({ events: new Map(events.map((each) => [each.id, each])), state: foldLedger(events), device: 'a' })
  return renderHook(() => useSourceFacts(source)).result.current
}

const isUnmet = (...said: readonly Answer[]): boolean => factsAfter(said).isUnmet(item)

beforeEach(() => {
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

it('an item that failed keeps its deadline through visits that found nothing out', () => {
  const shortcomings = { covered: { found: [], rectifyBy: '2022-10-20', told: '' } }
  const deadlines = (...said: readonly Answer[]) => factsAfter(said, shortcomings).deadlines
  expect(deadlines('no', 'not-seen', 'not-applicable')).toEqual({ covered: '2022-10-20' })
  expect(deadlines('no', 'yes')).toEqual({})
})

it('an item that fails according to the data is unmet as well, until a team finds otherwise', () => {
  expect(isUnmet()).toBe(true)
  expect(isUnmet('not-seen')).toBe(true)
  expect(isUnmet('yes')).toBe(false)
})

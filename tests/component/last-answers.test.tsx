import 'fake-indexeddb/auto'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOfInstant } from '@/domain/calendar'
import { CheckItem } from '@/features/field/check/CheckItem'
import { useLastAnswers } from '@/features/field/check/use-last-answers'
import { useSourceFacts } from '@/features/field/check/use-source-facts'
import { startI18n } from '@/i18n'
import type { Answer, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { lastReviews } from '@/ledger/review'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inspection, target } from '../unit/ledger/records'

// The rule is met by what a team answered today.
const record: { values: object; findings: []; kept: readonly number[]; toVerify: []; measured: unknown[] } = {
  ...{ values: {}, findings: [], kept: [0], toVerify: [], measured: [] },
}
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => record }))

const item = { id: 'covered', field: null, clause: 25, title: { zh: '物料覆盖', en: 'Covered' } }
const source = { ...target, sameCode: null, position: null, summary: null }

function Item({ corrects, of }: { readonly corrects: string; readonly of: object }) {
  const facts = useSourceFacts(source)
  const before = useLastAnswers(source, facts, corrects)
  return (
    <CheckItem
      {...{ kind: target.kind, number: 1, item: of as never, answer: undefined, before: before(of as never) }}
      why={() => null}
      onAnswer={() => undefined}
    >
      {null}
    </CheckItem>
  )
}

/** The line below the item's name, after checks at these times. */
function line(said: readonly (readonly [at: string, answer: Answer])[], corrects = '', of: object = item) {
  const events: LedgerEvent[] = []
  for (const [at, answer] of said)
    events.push(
      nextEvent(events.at(-1) ?? null, {
        ...{ device: 'a', at, author: '' },
        body: inspection({ answers: { covered: answer } }),
      }),
    )
  useLedger.setState({
    events: new Map(events.map((event) => [event.id, event])),
    state: foldLedger(events),
    device: 'a',
  })
  render(<Item corrects={corrects} of={of} />)
  return screen.getByText(/^第25条/).textContent?.replace(/\s/g, ' ')
}

beforeEach(async () => {
  await startI18n('zh-CN')
  const rule = { id: 'covered', kind: target.kind, check: { type: 'inspected' } }
  useChentu.setState({ opened: { dataset: { rules: [rule], kinds: [] } } as never })
})
afterEach(() => {
  cleanup()
  record.values = {}
  record.measured = []
})

const LAST = ['2022-10-12T02:00:00Z', 'no'] as const
const now = new Date().toISOString()

it('are those of the last visit, with its day', () => {
  expect(line([LAST])).toBe('第25条 · 上次 不符合（2022-10-12）')
})

it('are those in the data if no team answered', () => {
  expect(line([])).toBe('第25条 · 上次 符合')
})

it('are those from readings if they decide, with their data class', () => {
  const online = { ...item, field: 'online' }
  const state = useChentu.getState().opened as unknown as { dataset: object }
  const monitoring = { online: { leastShare: 0.9, days: 7, confirmed: true, source: { zh: '', en: '' } } }
  useChentu.setState({ opened: { ...state, dataset: { ...state.dataset, monitoring } } as never })
  record.values = { online: false }
  record.measured = [{ measured: 'online', field: 'online', role: 'decides', dataClass: 'illustrative' }]
  expect(line([], '', online)).toBe('第25条 · 不符合（据监测读数：示例）')
  cleanup()
  // The person who was there decides.
  expect(line([LAST], '', online)).toBe('第25条 · 上次 不符合（2022-10-12）')
})

it('are not taken from the record being corrected, which is shown as the previous value', () => {
  expect(line([['2022-10-31T02:00:00Z', 'yes']], 'a-1')).toBe('第25条 · 更正前 符合')
  cleanup()
  expect(line([LAST, ['2022-10-31T02:00:00Z', 'yes']], 'a-2')).toBe('第25条 · 上次 不符合（2022-10-12） · 更正前 符合')
})

it('are not taken from today’s records, which are shown as today’s', () => {
  expect(dayOfInstant(now)).not.toBe('2022-10-12')
  expect(line([LAST, [now, 'yes']])).toBe('第25条 · 上次 不符合（2022-10-12） · 今天已记 符合')
})

it('are those in the data if the desk returned the team’s answer, which the rules ignore', () => {
  const answered = [['2022-10-31T02:00:00Z', 'no']] as const
  line(answered)
  cleanup()
  const { id, hash } = useLedger.getState().events!.get('a-1')!
  const said = { event: id, hash, verdict: 'returned' as const, note: '重查', author: '', at: '2022-11-01T00:00:00Z' }
  useLedger.setState({ reviews: lastReviews([said]) })
  expect(line(answered, 'a-1')).toBe('第25条 · 上次 符合 · 更正前 不符合')
})

import { callsOf } from '@/ledger/calls'
import { casesOf } from '@/ledger/cases'
import { allContradictions } from '@/ledger/contradiction'
import { recordsWithDelivery } from '@/ledger/delivery'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { observationsOf } from '@/ledger/team-observations'
import { verdictsOf } from '@/ledger/verdicts'

// npm run bench:records: what a ledger of years costs by part, the fastest of some runs. Prints, and writes nothing.
const RUNS = 7
/** Records, and the sources that they are about: of many, and of five that are checked every day. */
const SIZES = [
  [5000, 10_000],
  [20_000, 10_000],
  [5000, 5],
  [20_000, 5],
] as const
const TABLETS = ['a', 'b', 'c', 'd', 'e', 'f']
const ITEMS = Array.from({ length: 10 }, (_, i) => `item-${i}`)
const RECEIPTS = 50

/** Checks by several tablets in turn, each of which supersedes the previous one of its source. */
function checks(records: number, sources: number): LedgerEvent[] {
  const last = new Map<string, LedgerEvent>()
  const before = new Map<string, string>()
  const events: LedgerEvent[] = []
  for (let i = 0; i < records; i++) {
    const device = TABLETS[i % TABLETS.length]!
    const code = `DC2022-${((i * 7919) % sources) + 1}`
    const at = new Date(Date.UTC(2020, 0, 1) + i * 3_600_000).toISOString()
    const photo = {
      hash: String(i).padStart(64, '0'),
      bytes: 300_000,
      at,
      position: [108.7, 34.3] as const,
      taken: null,
    }
    const body: Inspection = {
      type: 'inspection',
      target: { kind: 'stockpile', code, name: `渭河北岸第${code}号料堆` },
      checklist: '2022',
      asked: ITEMS.length,
      answers: Object.fromEntries(ITEMS.map((item, n) => [item, (i + n) % 7 === 0 ? 'no' : 'yes'])),
      note: `第${i}条：现场裸露约两百平方米，已告知负责人覆盖。`,
      shortcomings: { 'item-1': { found: ['未覆盖'], rectifyBy: '2022-11-03', told: '李工' } },
      rectifyBy: '2022-11-03',
      told: '李工',
      position: [108.7, 34.3],
      accuracyMetres: 8,
      photos: [photo],
      supersedes: [before.get(code) ?? []].flat(),
    }
    const event = nextEvent(last.get(device) ?? null, { device, at, author: '张三', body })
    last.set(device, event)
    before.set(code, event.id)
    events.push(event)
  }
  // As the database returns them.
  return events.sort((a, b) => (a.id < b.id ? -1 : 1))
}

for (const [records, sources] of SIZES) {
  const events = checks(records, sources)
  const state = foldLedger(events)
  const { device, body } = events.at(-1)!
  const last = events.filter((event) => event.device === device).reduce((a, b) => (a.sequence > b.sequence ? a : b))
  const one = nextEvent(last, { device, at: '2024-01-01T00:00:00Z', author: '', body: body as Inspection })
  const own = events.map((event, i) => ({ ...event, device: 'own', sequence: i + 1 }))
  const even = own.flatMap(({ sequence }) => (sequence % 2 === 0 ? [sequence] : []))
  const at = '2022-10-31T09:00:00Z'
  const exchanged = {
    sent: Array.from({ length: 1000 }, (_, i) => ({ from: 1, upTo: i * 5, way: 'file' as const, at })),
    pins: [{ code: 'desk', key: null, how: 'code' as const, at: '2020-01-01T00:00:00Z', reason: '' }],
    receipts: Array.from({ length: RECEIPTS }, (_, i) => {
      const numbers = even.filter((number) => number <= ((i + 1) * records) / RECEIPTS)
      return { bundle: String(i), at, upTo: 0, photos: [], desk: 'desk', numbers }
    }),
  }
  const parts: Record<string, () => unknown> = {
    'read (structured clone)': () => structuredClone(events),
    'calls, cases and verdicts': () => [callsOf(events), casesOf(events), verdictsOf(events)],
    fold: () => foldLedger(events),
    'fold of one more': () => foldLedger([...events, one], state),
    'fold and observations': () => observationsOf(foldLedger(events)),
    contradictions: () => allContradictions(state),
    [`delivery with ${RECEIPTS} receipts with gaps`]: () => recordsWithDelivery(own, 'own', state, exchanged),
  }
  for (const [part, work] of Object.entries(parts)) {
    const times = Array.from({ length: RUNS }, () => {
      const from = performance.now()
      work()
      return performance.now() - from
    })
    console.log(`${records} records of ${sources} sources: ${part}, ${Math.min(...times).toFixed(1)} ms`)
  }
}

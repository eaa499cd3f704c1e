import { expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { photosTaken, tallyOf } from '@/ledger/tally'
import { bundleLine, tallyLine } from '@/store/words/tally-line'
import { inspection, photoOf, target, write } from './records'

function written(...bodies: EventBody[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const body of bodies) events.push(write('a', events.at(-1) ?? null, body))
  return events
}
const [one, two, line] = [photoOf(1).ref, photoOf(2).ref, photoOf(3).ref]
const drawn = { ...photoOf(4).ref, markOf: one.hash }
const voice = { hash: 'f'.repeat(64), bytes: 1, at: '2022-10-31T08:00:00Z', seconds: 1, type: 'audio/webm' }
const check = inspection({ photos: [one, drawn], voices: [voice] })
const events = written(
  check,
  // A correction repeats a photo and a note.
  inspection({ photos: [one, two], voices: [voice], corrects: 'a-1' }),
  inspection({ target: { ...target, code: 'DC-2' } }),
  { type: 'signature', target, event: 'a-1', eventHash: '', name: '李工', photos: [line] },
  { type: 'withdrawal', event: 'a-3', reason: '试填' },
)
const later = { ...events[0]!, id: 'a-6', body: { type: 'mission', target } } as never

it('counts records by type, and sources, photos and spoken notes once', () => {
  const tally = tallyOf([...events, later])
  expect(tally).toEqual({
    records: 6,
    sorts: {
      inspection: 2,
      discovery: 0,
      correction: 1,
      round: 0,
      call: 0,
      case: 0,
      'case-step': 0,
      'reading-verdict': 0,
      signature: 1,
      decision: 0,
      withdrawal: 1,
      later: 1,
    },
    sources: 2,
    photos: 2,
    voices: 1,
  })
  expect(Object.values(tally.sorts).reduce((sum, each) => sum + each)).toBe(tally.records)
  expect(photosTaken(events)).toEqual(new Set([one.hash, two.hash]))
})

it('counts spoken notes of found sources too', () => {
  const found: EventBody = {
    ...{ type: 'discovery', target, position: [108.7, 34.3], accuracyMetres: 5, outline: [], note: '', photos: [] },
    voices: [voice, { ...voice, hash: 'e'.repeat(64) }],
  }
  expect(tallyOf(written(check, found)).voices).toBe(2)
})

it('shows every count with its unit, and no zero counts', async () => {
  const t = await startI18n('zh-CN')
  expect(tallyLine(t, tallyOf(events))).toBe(
    '检查 2 条、更正 1 条、签字 1 条、作废 1 条；污染源 2 处、照片 2 张、语音 1 段',
  )
  expect(tallyLine(t, tallyOf(events.slice(4)))).toBe('作废 1 条')
  expect(bundleLine(t, tallyOf(events), 2, 4)).toBe(
    '本机记录 5 条（首次交 2 条，以前交过 3 条）、照片 2 张、语音 1 段、其他平板的记录 4 条',
  )
  expect(bundleLine(t, tallyOf(events.slice(2, 3)), 1, 0)).toBe('本机记录 1 条、照片 0 张')
})

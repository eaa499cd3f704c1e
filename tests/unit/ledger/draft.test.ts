import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTHING_CHECKED, readCheckDraft, readFoundDraft } from '@/features/field/record/drafts'
import { type DraftEvent, DraftWriter } from '@/ledger/draft-writer'
import { DraftChanged, Ledger } from '@/ledger/ledger'
import { inspection, photoOf } from './records'

const KEY = 'stockpile/DC-1'
const AT = '2022-10-31T08:00:00Z'
let ledger: Ledger

beforeEach(() => {
  ledger = new Ledger(`draft-${Math.random()}`)
})
afterEach(() => ledger.database.delete())

describe('a draft', () => {
  it('is written only over the revision that the window has read, so that another window’s text is not lost', async () => {
    const mine = await ledger.keepDraft(KEY, { note: '一' }, null)
    await expect(ledger.keepDraft(KEY, { note: '二' }, null)).rejects.toThrow(DraftChanged)
    await ledger.keepDraft(KEY, { note: '三' }, mine)
    await expect(ledger.keepDraft(KEY, { note: '四' }, mine)).rejects.toMatchObject({ now: { draft: { note: '三' } } })
    expect((await ledger.draft(KEY))?.draft).toEqual({ note: '三' })
  })

  it('of the first version, without a revision, is read and continued', async () => {
    await ledger.database.drafts.put({ key: KEY, draft: { note: '旧' } })
    const kept = (await ledger.draft(KEY))!
    expect(kept).toEqual({ draft: { note: '旧' }, revision: '' })
    await ledger.keepDraft(KEY, { note: '新' }, kept.revision)
    expect((await ledger.draft(KEY))?.draft).toEqual({ note: '新' })
  })

  it('names what is requested and not on the disk yet, with the revisions that it may follow', async () => {
    const writer = new DraftWriter(ledger, KEY, null, () => undefined)
    expect(writer.unwritten).toBeNull()
    writer.keep({ note: '一' })
    writer.keep({ note: '一二' })
    const { draft, after } = writer.unwritten!
    expect(draft).toEqual({ note: '一二' })
    expect([after.length, after[0]]).toEqual([2, null])
    await writer.settled()
    expect(writer.unwritten).toBeNull()
  })

  it('that became a record and was started again elsewhere is not confused with the earlier draft', async () => {
    const first = await ledger.keepDraft(KEY, { note: '一' }, null)
    await ledger.append(inspection(), [], { key: KEY, revision: first }, AT)
    expect(await ledger.draft(KEY)).toBeNull()
    await ledger.keepDraft(KEY, { note: '新的' }, null)
    await expect(ledger.keepDraft(KEY, { note: '旧的' }, first)).rejects.toThrow(DraftChanged)
    // A record of one window's draft does not delete what another window wrote since.
    await ledger.append(inspection(), [], { key: KEY, revision: first }, AT)
    expect((await ledger.draft(KEY))?.draft).toEqual({ note: '新的' })
  })

  it('written by two windows at random never loses text that was reported as saved', async () => {
    const steps = fc.array(fc.record({ window: fc.constantFrom(0, 1), wait: fc.boolean() }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        const key = `k-${Math.random()}`
        const changed = [false, false]
        const writers = [0, 1].map(
          (at) =>
            new DraftWriter(ledger, key, null, (event: DraftEvent) => {
              if (event.type === 'changed') changed[at] = true
            }),
        )
        const last = [-1, -1]
        for (const [i, { window, wait }] of acts.entries()) {
          if (changed[window]) continue
          last[window] = i
          writers[window]!.keep({ window, i })
          if (wait) await writers[window]!.settled()
        }
        await Promise.all(writers.map((writer) => writer.settled()))
        const kept = (await ledger.draft(key))?.draft as { window: number; i: number } | undefined
        // The last text of a window is saved, or that window knows that it is not.
        for (const window of [0, 1])
          if (last[window]! >= 0 && !changed[window]) expect(kept).toEqual({ window, i: last[window] })
      }),
      { numRuns: 60 },
    )
  })

  it('continues, if the user chooses so, over what another window wrote', async () => {
    const seen: DraftEvent[] = []
    const mine = new DraftWriter(ledger, KEY, null, (event) => seen.push(event))
    const other = new DraftWriter(ledger, KEY, null, () => undefined)
    other.keep({ note: '那边' })
    await other.settled()
    mine.keep({ note: '这边' })
    await mine.settled()
    mine.keep({ note: '这边再写' })
    await mine.settled()
    expect(seen).toEqual([{ type: 'changed', theirs: { note: '那边' } }])
    expect((await ledger.draft(KEY))?.draft).toEqual({ note: '那边' })
    mine.resume({ note: '两边都看过' })
    await mine.settled()
    expect((await ledger.draft(KEY))?.draft).toEqual({ note: '两边都看过' })
  })

  it('is read field by field: invalid parts are dropped, the rest stays', () => {
    const { ref, blob } = photoOf(3)
    const whole = { ref, original: blob, shown: blob }
    const broken = {
      answers: { a: 'yes', b: 'perhaps' },
      note: 7,
      shortcomings: { a: { found: ['破损'], rectifyBy: '', told: '' }, b: 'x' },
      reasons: { c: '未能进入现场', d: 7 },
      photos: [whole, { ref }, null, 'x'],
    }
    expect(readCheckDraft(broken)).toEqual({
      answers: { a: 'yes' },
      note: '',
      shortcomings: { a: { found: ['破损'], rectifyBy: '', told: '' } },
      reasons: { c: '未能进入现场' },
      photos: [whole],
      voices: [],
      corrects: '',
      begunAt: '',
      begunBy: '',
      heldBy: '',
    })
    // A draft of the first version has one deadline and one contact, which apply to the unmet items.
    const first = { answers: { a: 'yes', b: 'no' }, note: '', rectifyBy: '2022-11-05', told: '张三', photos: [] }
    expect(readCheckDraft(first).shortcomings).toEqual({ b: { found: [], rectifyBy: '2022-11-05', told: '张三' } })
    for (const kept of [null, 'x', 7, []]) expect(readCheckDraft(kept)).toEqual(NOTHING_CHECKED)
    expect(readFoundDraft({ kind: 'no kind', walk: [[108, 34], [999, 0], 'x'], marked: [1] })).toEqual({
      kind: '',
      note: '',
      photos: [],
      voices: [],
      marked: null,
      stood: null,
      walk: [[108, 34]],
      walkMetres: [],
      name: '',
      corrects: '',
      kept: [],
    })
  })
})

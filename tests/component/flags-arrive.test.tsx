import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { Review } from '@/features/explore/visits/review/Review'
import { missingPartsOf } from '@/features/field/check/missing-parts'
import { SaveSummary } from '@/features/field/check/SaveSummary'
import { type CheckContext, evidenceOfDraft, inspectionOf, summaryOf } from '@/features/field/check/write-check'
import { type CheckDraft, NOTHING_CHECKED } from '@/features/field/record/drafts'
import type { TakenPhoto } from '@/features/field/record/photos'
import { startI18n } from '@/i18n'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import type { PhotoRef } from '@/ledger/references'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useReviewSitting } from '@/store/page/review-sitting'
import { inspection, photoOf, target } from '../unit/ledger/records'

const SITE: Position = [108.7, 34.3]
const NOW = Date.parse('2022-10-31T04:00:00Z')
const items = ['covered', 'fenced'].map((id) => ({ id }))
const rules = ['物料覆盖', '围挡'].map((zh, at) => ({
  ...{ id: items[at]!.id, kind: target.kind, clause: 25, title: { zh, en: zh } },
  check: { type: 'inspected' },
}))
const fix = { position: SITE, accuracyMetres: 8, headingDegrees: null, at: NOW }
const context: CheckContext = {
  target: { ...target, sameCode: null, position: SITE, summary: null },
  checklist: { version: '1', items },
  ground: { position: SITE, line: null, squareMetres: null },
  farMetres: 200,
  fix,
  toldAt: NOW,
  device: 'this',
  events: new Map(),
  author: '张三',
  companions: [],
  pinCleared: '',
}
const photo = (seed: number, change: Partial<PhotoRef> = {}): PhotoRef => ({
  ...{ ...photoOf(seed).ref, at: new Date(NOW + seed * 1000).toISOString(), item: 'covered' },
  ...change,
})
const byId = (...events: LedgerEvent[]) => new Map(events.map((event) => [event.id, event]))
/** An earlier record with a photo, of this source or of another. */
const recorded = (ref: PhotoRef, change: Partial<Inspection>, at = '2022-10-12T02:00:00Z') =>
  nextEvent(null, { device: 'other', at, author: '李四', body: inspection({ photos: [ref], ...change }) })

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  useReviewSitting.setState({ day: null, seen: '' })
  useChentu.setState({ opened: { dataset: { rules, kinds: [], settings: {} } } as never })
})
afterEach(cleanup)

/** The flags that the tablet shows before saving, and those that the desk’s review shows for the saved record. */
function saidOf(photos: readonly PhotoRef[], change: Partial<CheckContext> = {}, draft: Partial<CheckDraft> = {}) {
  const all = { ...context, ...change }
  const taken = photos.map((ref) => ({ ref })) as TakenPhoto[]
  const written: CheckDraft = {
    ...{ ...NOTHING_CHECKED, answers: { covered: 'no', fenced: 'yes' }, photos: taken },
    shortcomings: { covered: { found: ['破损'], rectifyBy: '2022-11-30', told: '' } },
    ...draft,
  }
  const summary = summaryOf(written, all)
  const evidence = evidenceOfDraft(written, all, NOW)
  render(
    <SaveSummary
      {...{ evidence, summary, kind: target.kind, asksAuthor: false, events: [], unanswered: [] }}
      accuracyMetres={all.fix?.accuracyMetres ?? null}
      lacks={missingPartsOf(written, items, summary.photos)}
      onReason={vi.fn()}
      onItem={vi.fn()}
      onSave={vi.fn()}
      onBack={vi.fn()}
    />,
  )
  const tablet = screen.queryAllByRole('listitem').map(({ textContent }) => textContent)
  cleanup()
  const body = inspectionOf(written, all, evidence, [])
  const last = [...all.events.values()].filter(({ device }) => device === 'this').at(-1) ?? null
  const event = nextEvent(last, { device: 'this', at: new Date(NOW).toISOString(), author: '张三', body })
  useLedger.setState({
    ...{ events: byId(...all.events.values(), event), state: foldLedger([...all.events.values(), event]) },
    ...{ reviews: new Map(), device: 'desk', author: '李内勤' },
  })
  const visits = [...useLedger.getState().state.values()].flatMap((each) => each.visits)
  render(<Review all={visits.filter(({ device }) => device === 'this')} day="2022-10-31" />)
  fireEvent.click(screen.getByRole('button', { name: /^逐条审核/ }))
  const list = screen.queryByRole('list', { name: '需要留意' })
  const desk = list
    ? within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    : []
  return { tablet, desk }
}
const GOOD = [photo(1)]

describe('flags of a record are shown on the tablet before saving, and at the desk in the same words', () => {
  const expectBoth = (said: ReturnType<typeof saidOf>, ...words: string[]) =>
    expect(said).toEqual({ tablet: words, desk: words })

  it('none at the place with a photo', () => expectBoth(saidOf(GOOD)))

  it('no position', () => expectBoth(saidOf(GOOD, { fix: null }), '没有定位'))

  it('a position far away', () =>
    expectBoth(saidOf(GOOD, { fix: { ...fix, position: destination(SITE, 90, 1700) } }), '离污染源 1.7 公里'))

  it('an old position', () => {
    const at = NOW - 3 * 60_000
    expectBoth(saidOf(GOOD, { fix: { ...fix, at }, toldAt: at }), '位置是 2022-10-31 11:57 测得的，可能不是现在的')
  })

  it('an inaccurate position', () =>
    expectBoth(saidOf(GOOD, { fix: { ...fix, accuracyMetres: 150 } }), '定位精度只有 ±150 米'))

  it('a clock that differs from the satellites’, or is before the last record', () => {
    expectBoth(saidOf(GOOD, { fix: { ...fix, at: NOW + 600_000 } }), '平板时间可能不准，请核对')
    cleanup()
    useReviewSitting.setState({ day: null, seen: '' })
    const last = nextEvent(null, {
      ...{ device: 'this', at: '2022-10-31T05:00:00Z', author: '' },
      body: inspection({ target: { ...target, code: 'DC-2' } }),
    })
    expectBoth(saidOf(GOOD, { events: byId(last) }), '平板时间可能不准，请核对')
  })

  it('a photo of another source, with its content and number', () => {
    const [own, other] = [photo(1), photo(2)]
    const events = byId(recorded(other, { target: { ...target, code: 'DC-2' } }))
    expectBoth(saidOf([other, own], { events }), '物料覆盖第 2 张：已用于其他污染源的记录')
    expect(screen.getByText(/^照片 .*物料覆盖第 2 张/).parentElement?.textContent).toMatch(/已用于其他污染源的记录/)
    expect(screen.getByText(/^照片 .*物料覆盖第 1 张/).parentElement?.textContent).not.toMatch(/已用于/)
  })

  it('a photo from another time: by the camera, or because an earlier check has it', () => {
    const words = '不是这次拍的（相机时间相差 12 小时以上，或已用于以前的检查）'
    const camera = photo(2, { taken: { at: '2022:10:29 12:00:00', position: null } })
    expectBoth(saidOf([photo(1), camera]), `物料覆盖第 2 张：${words}`)
    cleanup()
    const [own] = GOOD as [PhotoRef]
    expectBoth(saidOf(GOOD, { events: byId(recorded(own, {})) }), `物料覆盖第 1 张：${words}`)
  })

  it('a photo taken elsewhere, also a drawn-on copy', () => {
    const far = photo(2, { item: 'covered', taken: { at: '', position: destination(SITE, 0, 900) } })
    const drawn = { ...far, hash: photoOf(3).ref.hash, markOf: far.hash }
    expectBoth(saidOf([photo(1), far, drawn]), '物料覆盖第 2 张：拍摄地离污染源较远')
  })

  it('several photos, one of each item, in the order they were taken', () => {
    const far = { taken: { at: '', position: destination(SITE, 0, 900) } }
    const photos = [photo(4, far), photo(3, far), photo(2), photo(5, { ...far, item: 'fenced' })]
    expectBoth(saidOf(photos), '物料覆盖第 2、3 张、围挡第 1 张：拍摄地离污染源较远')
  })

  it('a deadline in the past', () => {
    const shortcomings = { covered: { found: ['破损'], rectifyBy: '2022-10-30', told: '' } }
    expectBoth(saidOf(GOOD, {}, { shortcomings }), '整改期限早于检查当天')
  })

  it('an item without a photo, by its name before saving', () => {
    expect(saidOf([])).toEqual({ tablet: ['物料覆盖缺照片'], desk: ['有“不符合”的项目没有照片'] })
  })

  it('none for where a correction is written: the place of the first record counts', () => {
    const first = nextEvent(null, {
      ...{ device: 'this', at: '2022-10-31T02:00:00Z', author: '张三' },
      body: inspection({ answers: { covered: 'no' }, photos: GOOD }),
    })
    expectBoth(saidOf([], { events: byId(first), fix: null }, { corrects: first.id }))
  })
})

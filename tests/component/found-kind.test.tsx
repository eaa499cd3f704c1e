import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { FoundNear } from '@/features/field/around/FoundNear'
import { type FoundDraft, foundCorrectionOf, NOTHING_CHECKED, NOTHING_FOUND } from '@/features/field/record/drafts'
import { NewSource } from '@/features/field/record/NewSource'
import type { KeptDraft } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import type { FoundEvent } from '@/ledger/discovery'
import { type Discovery, eventsById, type LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { ledger, useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { inspection, write } from '../unit/ledger/records'
import { select } from './choose'

/** Sources of the package near a place. */
const worker = { nearestSources: vi.fn(async (): Promise<readonly object[]> => []) }
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))
const NOWHERE = { outlines: { features: [] }, counties: [], rules: [], settings: {} }

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  useLedger.setState({ author: '张三' })
  await startI18n('zh-CN')
  // Loads the list’s code, which would come when the button is pressed.
  await import('@/ui/popups/ListPopup')
})
afterEach(cleanup)

const onSaved = vi.fn()
const onOpen = vi.fn()

function choices(draft: FoundDraft, kinds = KINDS, name = '保存新污染源') {
  useChentu.setState({ opened: { dataset: { ...NOWHERE, kinds } } } as never)
  const kept = {
    draft,
    theirs: null,
    unread: null,
    change: vi.fn(),
    ready: vi.fn(),
    forget: vi.fn(),
  } as unknown as KeptDraft<FoundDraft>
  const here = { position: [108.7, 34.3] as const, accuracyMetres: 5, at: Date.now() } as never
  useFix.setState({ toldAt: Date.now() })
  render(
    <NewSource
      here={here}
      keptDraft={kept}
      draft={draft}
      onMark={() => undefined}
      onClose={() => undefined}
      onSaved={onSaved}
    />,
  )
  const chosen = select('类别').textContent
  const save = screen.getByRole('button', { name }) as HTMLButtonElement
  return { chosen, save }
}

it('offers the kinds that teams may register, one of them with an area', async () => {
  const { chosen, save } = choices(NOTHING_FOUND)
  expect(chosen).toBe('物料堆场')
  fireEvent.click(select('类别'))
  const all = (await screen.findAllByRole('option', {}, { timeout: 4000 })).map((each) => each.textContent)
  expect(all).toContain('工业企业')
  expect(all).not.toContain('道路积尘')
  expect(save.disabled).toBe(false)
})

it('keeps the kind of a found source if the package has no such kind', () => {
  expect(choices({ ...NOTHING_FOUND, kind: 'restaurant' }).chosen).toBe('restaurant')
})

it('saves nothing without a kind', () => {
  expect(choices(NOTHING_FOUND, []).save.disabled).toBe(true)
})

describe('a correction of a found source', () => {
  const first = write('a', null, {
    type: 'discovery',
    target: { kind: 'yard', code: 'XC1', name: '料场' },
    ...{ position: [108.6, 34.2], accuracyMetres: 4, placed: 'outline', note: '', photos: [] },
    outline: [
      [108.6, 34.2],
      [108.601, 34.2],
      [108.601, 34.201],
    ],
  }) as FoundEvent
  const correct = (...later: readonly LedgerEvent[]) => {
    const events = eventsById([first, ...later])
    useLedger.setState({ events, state: foldLedger(events.values()) })
    choices({ ...foundCorrectionOf(first, true), kind: 'stockpile', walk: first.body.outline.slice(0, 2) }, KINDS, SAVE)
    return screen.getByRole('button', { name: SAVE }) as HTMLButtonElement
  }
  const SAVE = '保存更正'
  afterEach(() => useLedger.setState({ events: null, state: new Map() }))

  it('keeps its position when its corners are removed, wherever the correction is written', () => {
    expect(correct().disabled).toBe(false)
    expect(screen.getByText(/108\.60000, 34\.20000/)).toBeTruthy()
    expect(screen.queryByText(/已有检查/)).toBeNull()
    expect(select('类别').textContent).toBe('物料堆场')
  })

  it('can’t change its kind if its checks are of the current one', () => {
    correct(write('b', null, inspection({ target: first.body.target })))
    expect(select('类别').textContent).toBe('物流园、停车场、消纳场')
    expect((select('类别') as HTMLButtonElement).disabled).toBe(true)
    expect(screen.getByText(/^这一处已有检查/)).toBeTruthy()
  })

  it('can’t change its kind if a check has been started', async () => {
    await ledger().keepDraft('yard/XC1', NOTHING_CHECKED, null)
    correct()
    await screen.findByText(/^这一处已有检查/)
    expect((select('类别') as HTMLButtonElement).disabled).toBe(true)
    await ledger().database.drafts.clear()
  })

  it('is not saved if the source was withdrawn meanwhile', () => {
    expect(correct(write('a', first, { type: 'withdrawal', event: first.id, reason: '填错' })).disabled).toBe(true)
    expect(screen.getByRole('alert').textContent).toMatch(/已经作废/)
    expect(screen.getByRole('button', { name: '放弃更正' })).toBeTruthy()
  })
})

it('confirms saving only once it is on the disk, so that nobody registers it twice', async () => {
  let written = () => {}
  const append = vi.fn(() => new Promise((done) => (written = () => done(undefined))))
  useLedger.setState({ append } as never)
  const { save } = choices(NOTHING_FOUND)
  fireEvent.click(save)
  fireEvent.click(await screen.findByRole('button', { name: '仍然保存' }))
  await waitFor(() => expect(append).toHaveBeenCalledOnce())
  expect(onSaved).not.toHaveBeenCalled()
  written()
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith('新发现物料堆场 108.7000,34.3000'))
})

describe('the form of a found source before saving', () => {
  const at = (metres: number, kind: string, name: string) => ({ kind, code: name, name, metres })
  const rows = () =>
    within(screen.getByRole('dialog'))
      .getAllByRole('listitem')
      .map((each) => each.textContent)
  const append = vi.fn(async () => undefined)
  beforeEach(() => {
    append.mockClear()
    useLedger.setState({ append } as never)
  })

  it('shows what is missing, and nearby sources with the same kind first, without blocking', async () => {
    worker.nearestSources.mockResolvedValueOnce([
      at(13, 'construction-site', '停车场'),
      at(35, 'stockpile', '北门煤场'),
    ])
    const setView = vi.fn()
    useChentu.setState({ setView } as never)
    const { save } = choices(NOTHING_FOUND)
    fireEvent.click(await screen.findByRole('button', { name: '查看“北门煤场”' }))
    expect(setView).toHaveBeenCalledWith({ selected: { kind: 'stockpile', code: '北门煤场' } })
    expect(screen.getByRole('button', { name: '查看“停车场”' })).toBeTruthy()
    fireEvent.click(save)
    await screen.findByRole('dialog')
    expect(rows()).toEqual([
      '没有填名称，将记为“新发现物料堆场 108.7000,34.3000”',
      '没有情况说明',
      '附近 35 米已有“北门煤场”，请核对是否为同一处',
      '附近 13 米已有“停车场”（建筑工地），请核对是否为同一处',
      '没有照片',
    ])
    fireEvent.click(screen.getByRole('button', { name: '未能进入，在门口核查' }))
    fireEvent.click(screen.getByRole('button', { name: '仍然保存' }))
    await waitFor(() => expect(append).toHaveBeenCalledOnce())
    const [[body]] = append.mock.calls as unknown as [[Discovery]]
    expect(body.evidence).toMatchObject({ flags: expect.arrayContaining(['no-photo']), reason: '未能进入，在门口核查' })
  })

  it('includes its spoken notes, which count as a note', async () => {
    const ref = { hash: 'a'.repeat(64), bytes: 1, at: '2022-10-31T03:00:00Z', seconds: 4, type: 'audio/webm' }
    const sound = new Blob(['x'])
    const { save } = choices({ ...NOTHING_FOUND, name: '渣土堆', voices: [{ ref, sound }] })
    expect(screen.getByRole('button', { name: '录语音' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '删除语音 0:04' })).toBeTruthy()
    fireEvent.click(save)
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/照片 0 张.*语音 1 段/)).toBeTruthy()
    expect(rows()).not.toContain('没有情况说明')
    fireEvent.click(screen.getByRole('button', { name: '仍然保存' }))
    await waitFor(() => expect(append).toHaveBeenCalledOnce())
    const [body, , , voices] = append.mock.calls[0] as unknown as [Discovery, unknown, unknown, unknown]
    expect(body.voices).toEqual([ref])
    expect(voices).toEqual([{ hash: ref.hash, sound }])
  })
})

it('is listed afterwards, the nearest first', () => {
  const at = (name: string, lat: number, placed?: string) =>
    ({
      id: name,
      at: '2022-10-05T01:00:00.000Z',
      body: {
        type: 'discovery',
        target: { kind: 'stockpile', code: name, name },
        position: [108.7, lat],
        accuracyMetres: 9,
        ...(placed && { placed }),
        note: '无人',
      },
    }) as unknown as FoundEvent
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  render(<FoundNear found={[at('远处', 34.31), at('近处', 34.301, 'outline')]} origin={origin} onOpen={onOpen} />)
  expect(screen.getByRole('region', { name: '已登记的新污染源' }).querySelector('h3')?.textContent).toContain('2 处')
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    '近处距我 111 米 · 物料堆场 · 绕行范围的中心 · ±9 米 · 2022-10-05 · 无人',
    '远处距我 1.1 公里 · 物料堆场 · ±9 米 · 2022-10-05 · 无人',
  ])
  fireEvent.click(screen.getByRole('button', { name: /近处/ }))
  expect(onOpen).toHaveBeenCalledWith({ kind: 'stockpile', code: '近处', name: '近处' })
})

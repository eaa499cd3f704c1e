import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { FoundNear } from '@/features/field/around/FoundNear'
import { type FoundDraft, NOTHING_FOUND } from '@/features/field/record/drafts'
import { NewSource } from '@/features/field/record/NewSource'
import type { KeptDraft } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import type { FoundEvent } from '@/ledger/found-file'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { select } from './choose'

beforeAll(async () => {
  await startI18n('zh-CN')
  // The list's code, which would come when the button is pressed.
  await import('@/ui/popups/ListPopup')
})
afterEach(cleanup)

const onSaved = vi.fn()

function choices(draft: FoundDraft, kinds = KINDS) {
  useChentu.setState({ opened: { dataset: { kinds } } } as never)
  const kept = {
    draft,
    theirs: null,
    unread: null,
    change: vi.fn(),
    ready: vi.fn(),
    forget: vi.fn(),
  } as unknown as KeptDraft<FoundDraft>
  const here = { position: [108.7, 34.3] as const, accuracyMetres: 5, at: 0 } as never
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
  const save = screen.getByRole('button', { name: '保存新污染源' }) as HTMLButtonElement
  return { chosen, save }
}

it('offers the kinds that may be found, one with an area chosen', async () => {
  const { chosen, save } = choices(NOTHING_FOUND)
  expect(chosen).toBe('物料堆场')
  fireEvent.click(select('类别'))
  const all = (await screen.findAllByRole('option', {}, { timeout: 4000 })).map((each) => each.textContent)
  expect(all).toContain('工业企业')
  expect(all).not.toContain('道路积尘')
  expect(save.disabled).toBe(false)
})

it('leaves what was found what it was, where the package has no such kind', () => {
  expect(choices({ ...NOTHING_FOUND, kind: 'restaurant' }).chosen).toBe('restaurant')
})

it('records nothing of no kind', () => {
  expect(choices(NOTHING_FOUND, []).save.disabled).toBe(true)
})

it('says what it saved only once it is on the disk, so that the form closes and nobody registers it twice', async () => {
  let written = () => {}
  const append = vi.fn(() => new Promise((done) => (written = () => done(undefined))))
  useLedger.setState({ append } as never)
  const { save } = choices(NOTHING_FOUND)
  fireEvent.click(save)
  await waitFor(() => expect(append).toHaveBeenCalledOnce())
  expect(onSaved).not.toHaveBeenCalled()
  written()
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith('新发现物料堆场 108.7000,34.3000'))
})

it('stands in a list from then on, the nearest first', () => {
  const at = (name: string, lat: number) =>
    ({
      id: name,
      at: '2022-10-05T01:00:00.000Z',
      body: {
        type: 'discovery',
        target: { kind: 'stockpile', code: name, name },
        position: [108.7, lat],
        note: '无人',
      },
    }) as unknown as FoundEvent
  render(<FoundNear found={[at('远处', 34.31), at('近处', 34.301)]} from={[108.7, 34.3]} />)
  expect(screen.getByRole('region', { name: '已登记的新污染源' }).querySelector('h3')?.textContent).toContain('2 处')
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    '近处111 米 · 2022-10-05 · 无人',
    '远处1109 米 · 2022-10-05 · 无人',
  ])
})

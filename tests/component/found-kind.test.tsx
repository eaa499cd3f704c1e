import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { type FoundDraft, NOTHING_FOUND } from '@/features/field/record/drafts'
import { NewSource } from '@/features/field/record/NewSource'
import type { KeptDraft } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { KINDS } from '../fixtures/kinds'
import { select } from './choose'

beforeAll(async () => {
  await startI18n('zh-CN')
  // The list's code, which would come when the button is pressed.
  await import('@/ui/popups/ListPopup')
})
afterEach(cleanup)

function choices(draft: FoundDraft, kinds = KINDS) {
  useChentu.setState({ opened: { dataset: { kinds } } } as never)
  const kept = { draft, theirs: null, unread: null, change: vi.fn() } as unknown as KeptDraft<FoundDraft>
  const here = { position: [108.7, 34.3] as const, accuracyMetres: 5, at: 0 } as never
  render(<NewSource here={here} keptDraft={kept} draft={draft} onMark={() => undefined} onClose={() => undefined} />)
  const chosen = select('类型').textContent
  const save = screen.getByRole('button', { name: '保存新污染源' }) as HTMLButtonElement
  return { chosen, save }
}

it('offers the kinds that may be found, one with an area chosen', async () => {
  const { chosen, save } = choices(NOTHING_FOUND)
  expect(chosen).toBe('堆场')
  fireEvent.click(select('类型'))
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

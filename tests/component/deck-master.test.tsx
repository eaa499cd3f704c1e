import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DeckMaster } from '@/features/meeting/DeckMaster'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

const saved = vi.fn()
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ saveMeeting: saved, deckLook: async () => ({ width: 10 }) }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/store/steps/step', () => ({ applyChange: async (step: Promise<unknown>) => step }))

beforeAll(() => startI18n('zh-CN'))
afterEach(cleanup)

it('shows why the look of slides was not stored', async () => {
  saved.mockResolvedValue([{ code: 'changed-elsewhere' }])
  useChentu.setState({ opened: { dataset: { settings: { meeting: { agenda: [], template: null } } } } } as never)
  const { container } = render(<DeckMaster />)
  const file = new File(['x'], '本局版式.pptx')
  fireEvent.change(container.querySelector('input[type=file]')!, { target: { files: [file] } })
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect(saved).toHaveBeenCalledOnce()
})

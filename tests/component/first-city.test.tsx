import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import FirstCity from '@/features/import/city/FirstCity'
import { startI18n } from '@/i18n'

const unpack = vi.hoisted(() => vi.fn())
const showPackage = vi.hoisted(() => vi.fn())
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ unpackWorkspace: unpack }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/steps/step', () => ({
  async applyChange(step: Promise<{ problems: readonly object[] }>) {
    showPackage(await step)
    return (await step).problems
  },
}))
afterEach(cleanup)

it('opens a backup without a package, and shows why a file can’t be opened', async () => {
  await startI18n('zh-CN')
  render(<FirstCity />)
  screen.getByRole('button', { name: '打开备份' })
  const input = document.querySelector('input[type=file]')!
  const take = (name: string) => fireEvent.change(input, { target: { files: [new File(['PK'], name)] } })

  unpack.mockResolvedValueOnce({ value: null, problems: [{ code: 'file-kind-unknown', file: '坏.zip' }] })
  take('坏.zip')
  expect((await screen.findByRole('alert')).textContent).toContain('坏.zip')

  const opened = { value: { name: 'my-city' }, problems: [] }
  unpack.mockResolvedValueOnce(opened)
  take('备份.zip')
  await waitFor(() => expect(showPackage).toHaveBeenLastCalledWith(opened))
  expect(unpack.mock.calls.map(([file]) => file.name)).toEqual(['坏.zip', '备份.zip'])
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

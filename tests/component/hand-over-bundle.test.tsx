import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HandOver } from '@/features/field/office/HandOver'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { usePassphrase } from '@/store/page/passphrase'
import { saveFile } from '@/ui/save-file'
import { inspection } from '../unit/ledger/records'

const none = { photos: 0, voices: 0 }
const exchange = {
  bundle: vi.fn(async () => ({ file: new Blob(['x']), count: 1, upTo: 1, lacking: [] })),
  releasable: vi.fn(async () => ({ going: none, bytes: 0, staying: none, gone: none, goneAt: '' })),
}
vi.mock('@/ledger/exchange', () => ({ exchangeWorker: () => exchange }))
vi.mock('@/workers/client', async (original) => ({
  ...(await original<object>()),
  datasetWorker: () => ({ findSource: async () => null }),
}))
vi.mock('@/features/field/office/OfflineMap', () => ({ OfflineMap: () => null }))
vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn() }))

const field = () => screen.getByLabelText<HTMLInputElement>('记录人')
const nameOfBundle = async () => {
  fireEvent.click(screen.getByRole('button', { name: '生成巡查包（.zip）' }))
  await waitFor(() => expect(saveFile).toHaveBeenCalledOnce())
  return vi.mocked(saveFile).mock.calls[0]![1]
}

beforeEach(async () => {
  vi.mocked(saveFile).mockClear()
  await startI18n('zh-CN')
  const dataset = { kinds: [], rules: [], provenance: [] }
  useChentu.setState({ opened: { dataset, shown: {} } as never })
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('张三')
  await useLedger.getState().append(inspection(), [], null)
  render(<HandOver />)
})
afterEach(() => {
  cleanup()
  usePassphrase.setState({ passphrase: '' })
})

it('an emptied name comes back as soon as the field is left', () => {
  fireEvent.change(field(), { target: { value: ' ' } })
  fireEvent.blur(field())
  expect(field().value).toBe('张三')
})

it('an emptied name comes back before a bundle is made, where a button does not take the focus', async () => {
  field().focus()
  fireEvent.change(field(), { target: { value: '' } })
  expect(await nameOfBundle()).toContain('张三')
  expect(field().value).toBe('张三')
})

it('a name that was just typed is in the name of the bundle', async () => {
  field().focus()
  fireEvent.change(field(), { target: { value: '李四' } })
  expect(await nameOfBundle()).toContain('李四')
})

it('the button names the type of the file that it makes: another with a passphrase', () => {
  screen.getByRole('button', { name: '生成巡查包（.zip）' })
  fireEvent.change(screen.getByLabelText(/^巡查包口令/), { target: { value: '一二三四五六七八' } })
  screen.getByRole('button', { name: '生成巡查包（.zip.age）' })
})

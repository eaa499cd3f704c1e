import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Receipts } from '@/features/field/office/Receipts'
import { PhotoStrip } from '@/features/field/record/PhotoStrip'
import { FieldBundles } from '@/features/import/records/FieldBundles'
import { startI18n } from '@/i18n'
import { WorkerStopped } from '@/workers/live-worker'

const exchange = { receive: vi.fn(), releasable: vi.fn(), release: vi.fn() }
vi.mock('@/ledger/exchange', () => ({ exchangeWorker: () => exchange }))
const photos = { makeShownCopy: vi.fn() }
vi.mock('@/workers/photo', () => ({ photoWorker: () => photos }))

/** Nothing could be released, and nothing was. */
const none = { photos: 0, voices: 0 }
const NOTHING = { going: none, bytes: 0, staying: none, gone: none, goneAt: '' }

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await startI18n('zh-CN')
})
beforeEach(() => {
  vi.resetAllMocks()
  exchange.releasable.mockResolvedValue({ ...NOTHING, going: { photos: 2, voices: 0 }, bytes: 7_800_000 })
})
afterEach(cleanup)

describe('a worker that dies', () => {
  it('at a bundle: the message does not claim that nothing was received, and says how to check', async () => {
    exchange.receive.mockRejectedValue(new WorkerStopped())
    render(<FieldBundles />)
    fireEvent.change(screen.getByTestId('bundles'), { target: { files: [new File(['x'], '一队.zip')] } })
    await screen.findByText(/一队\.zip：.*不能确定是否已收下.*再选一次这个文件/)
    expect(screen.queryByText(/没有收下任何内容/)).toBeNull()
    expect(exchange.receive).toHaveBeenCalledTimes(1)
  })

  it('while deleting originals: the message does not claim that nothing was deleted, and the rest is counted again', async () => {
    exchange.release.mockRejectedValue(new WorkerStopped())
    const said = vi.fn()
    render(<Receipts confirmations={0} records={5} confirm={vi.fn()} say={vi.fn()} onSaid={said} />)
    exchange.releasable.mockResolvedValue(NOTHING)
    fireEvent.click(await screen.findByRole('button', { name: '删除内勤已收到的原图和语音' }))
    fireEvent.click(screen.getByRole('button', { name: '删除 2 张原图' }))
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: '删除内勤已收到的原图和语音' })).toBeNull())
    expect(said).toHaveBeenLastCalledWith(expect.stringMatching(/不能确定原图是否已删除/))
    expect(exchange.release).toHaveBeenCalledTimes(1)
  })

  it('while reading a photo: another worker tries once, and the photo is not called unreadable', async () => {
    photos.makeShownCopy.mockRejectedValue(new WorkerStopped())
    const add = vi.fn()
    render(<PhotoStrip photos={[]} name="工地" position={null} onRemove={() => undefined} onAdd={add} onMarked={add} />)
    const choose = () =>
      fireEvent.change(screen.getByTestId('photos'), { target: { files: [new File(['x'], 'a.jpg')] } })
    choose()
    await screen.findByText(/内存不足，照片没有加入：a\.jpg/)
    expect(photos.makeShownCopy).toHaveBeenCalledTimes(2)
    expect(screen.queryByText(/照片无法读取/)).toBeNull()
    photos.makeShownCopy
      .mockRejectedValueOnce(new WorkerStopped())
      .mockResolvedValueOnce({ hash: 'h', shown: new Blob() })
    choose()
    await vi.waitFor(() => expect(add).toHaveBeenCalledTimes(1))
  })
})

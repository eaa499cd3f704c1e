import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DrawDialog } from '@/features/field/draw/DrawDialog'
import { PhotoStrip } from '@/features/field/record/PhotoStrip'
import type { TakenPhoto } from '@/features/field/record/photos'
import { startI18n } from '@/i18n'

const worker = vi.hoisted(() => ({ drawMarks: vi.fn() }))
vi.mock('@/workers/photo', () => ({ photoWorker: () => worker }))

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  URL.createObjectURL = vi.fn((blob) => `blob:${(blob as Blob).size}`)
  URL.revokeObjectURL = vi.fn()
})
afterEach(cleanup)

/** The drawing layer over a picture of 1600 × 1200 shown at 400 × 300. */
function sheet(): SVGElement {
  const picture = screen.getByRole('img', { name: '要标注的照片' })
  Object.defineProperties(picture, { naturalWidth: { value: 1600 }, naturalHeight: { value: 1200 } })
  fireEvent.load(picture)
  const made = screen.getByRole('img', { name: /^已标注/ }) as unknown as SVGElement
  made.getBoundingClientRect = () => ({ left: 10, top: 20, width: 400, height: 300 }) as DOMRect
  return made
}

function stroke(
  on: Element,
  from: readonly [number, number],
  to: readonly [number, number],
  pointerType = 'touch',
  pointerId = 1,
) {
  const at = ([clientX, clientY]: readonly [number, number]) => ({
    clientX,
    clientY,
    pointerType,
    pointerId,
    button: 0,
  })
  fireEvent.pointerDown(on, at(from))
  fireEvent.pointerMove(on, at(to))
  fireEvent.pointerUp(on, at(to))
}

const renderDialog = (url: string, onSave = vi.fn().mockResolvedValue(undefined)) => {
  render(<DrawDialog url={url} onSave={onSave} onClose={vi.fn()} />)
  return onSave
}

describe('drawing on a photo', () => {
  it('stores a drawn line in pixels of the picture, without undone lines and mere touches', async () => {
    const onSave = renderDialog('blob:1')
    const board = sheet()
    expect((screen.getByRole('button', { name: '保存标注' }) as HTMLButtonElement).disabled).toBe(true)
    stroke(board, [10, 20], [110, 95])
    fireEvent.click(screen.getByRole('button', { name: '圈出' }))
    fireEvent.click(screen.getByRole('button', { name: '白' }))
    stroke(board, [60, 60], [160, 160])
    stroke(board, [60, 60], [61, 60])
    fireEvent.click(screen.getByRole('button', { name: '画线' }))
    stroke(board, [60, 60], [260, 160])
    fireEvent.click(screen.getByRole('button', { name: '撤销一笔' }))
    fireEvent.click(screen.getByRole('button', { name: '保存标注' }))
    await waitFor(() => expect(onSave).toHaveBeenCalled())
    expect(onSave.mock.calls[0]![0]).toEqual([
      {
        tool: 'arrow',
        colour: 'red',
        points: [
          [0, 0],
          [400, 300],
        ],
      },
      {
        tool: 'circle',
        colour: 'white',
        points: [
          [200, 160],
          [600, 560],
        ],
      },
    ])
  })

  it('ignores the hand while a pen draws, and a second finger', () => {
    renderDialog('blob:1')
    const board = sheet()
    stroke(board, [60, 60], [160, 160], 'pen', 1)
    stroke(board, [60, 60], [160, 160], 'touch', 2)
    expect(screen.getByRole('img', { name: '已标注 1 处' })).toBeTruthy()
    fireEvent.pointerDown(board, { clientX: 60, clientY: 60, pointerType: 'pen', pointerId: 3, button: 0 })
    fireEvent.pointerDown(board, { clientX: 90, clientY: 90, pointerType: 'pen', pointerId: 4, button: 0 })
    fireEvent.pointerUp(board, { clientX: 160, clientY: 160, pointerType: 'pen', pointerId: 4 })
    fireEvent.pointerCancel(board, { pointerId: 3 })
    expect(screen.getByRole('img', { name: '已标注 1 处' })).toBeTruthy()
  })

  it('reports a copy that could not be made, and keeps the drawing', async () => {
    renderDialog('blob:1', vi.fn().mockRejectedValue(new Error('memory')))
    stroke(sheet(), [60, 60], [160, 160])
    fireEvent.click(screen.getByRole('button', { name: '保存标注' }))
    expect((await screen.findByRole('alert')).textContent).toContain('原图仍在')
    expect(screen.getByRole('img', { name: '已标注 1 处' })).toBeTruthy()
  })

  it('adds a copy that refers to its original, shows it instead, and the original on a press', async () => {
    const ref = {
      hash: 'a'.repeat(64),
      bytes: 9,
      at: '2022-10-31T08:00:00Z',
      position: null,
      taken: null,
      item: 'covered',
    }
    const photo: TakenPhoto = { ref, original: new Blob(['123456789']), shown: new Blob(['12']) }
    const copy = new Blob(['1234'])
    worker.drawMarks.mockResolvedValue({ hash: 'b'.repeat(64), copy })
    const onMarked = vi.fn()
    const props = { name: '甲堆', item: 'covered', position: null, onAdd: vi.fn(), onMarked, onRemove: vi.fn() }
    const { rerender } = render(<PhotoStrip photos={[photo]} {...props} />)
    fireEvent.click(screen.getByRole('img', { name: /^照片/ }))
    fireEvent.click(screen.getByRole('button', { name: '标注' }))
    stroke(sheet(), [60, 60], [160, 160])
    fireEvent.click(screen.getByRole('button', { name: '保存标注' }))
    await waitFor(() => expect(onMarked).toHaveBeenCalled())
    const marked = onMarked.mock.calls[0]![0] as TakenPhoto
    expect(worker.drawMarks.mock.calls[0]![0]).toBe(photo.shown)
    expect(marked.ref).toEqual({ ...ref, hash: 'b'.repeat(64), bytes: 4, markOf: ref.hash })
    expect(marked.original).toBe(copy)
    rerender(<PhotoStrip photos={[photo, marked]} {...props} />)
    const only = screen.getByRole('img', { name: /^照片/ })
    expect(only.getAttribute('src')).toBe('blob:4')
    fireEvent.click(only)
    fireEvent.click(screen.getByRole('button', { name: '看原图' }))
    const large = () => screen.getAllByRole('img', { name: /^照片/ }).at(-1)!.getAttribute('src')
    expect(large()).toBe('blob:2')
    fireEvent.click(screen.getByRole('button', { name: '看标注' }))
    expect(large()).toBe('blob:4')
  })

  it('makes no copy if it is cancelled while saving', async () => {
    const ref = { hash: 'a'.repeat(64), bytes: 9, at: '2022-10-31T08:00:00Z', position: null, taken: null }
    const photo: TakenPhoto = { ref, original: new Blob(['123456789']), shown: new Blob(['12']) }
    let finish: () => void = () => undefined
    const made = new Promise((resolve) => {
      finish = () => resolve({ hash: 'b'.repeat(64), copy: new Blob(['1234']) })
    })
    worker.drawMarks.mockReturnValue(made)
    const onMarked = vi.fn()
    const props = { name: '甲堆', position: null, onAdd: vi.fn(), onMarked, onRemove: vi.fn() }
    render(<PhotoStrip photos={[photo]} {...props} />)
    fireEvent.click(screen.getByRole('img', { name: /^照片/ }))
    fireEvent.click(screen.getByRole('button', { name: '标注' }))
    stroke(sheet(), [60, 60], [160, 160])
    fireEvent.click(screen.getByRole('button', { name: '保存标注' }))
    fireEvent.click(screen.getByRole('button', { name: '不标注' }))
    finish()
    await act(async () => void (await made))
    expect(onMarked).not.toHaveBeenCalled()
    expect(screen.queryByRole('img', { name: '要标注的照片' })).toBeNull()
  })
})

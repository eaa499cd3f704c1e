import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Versions } from '@/features/import/workspace/Versions'
import { startI18n } from '@/i18n'

const restore = vi.hoisted(() => vi.fn())
vi.mock('@/store/imports', () => {
  const older = { sources: 2822, months: 22, latest: '2022-10', clauses: 40 }
  const holds = { ...older, sources: 2907, monitors: 24, tasks: 61 }
  const version = (id: number, label: string) => ({
    id,
    at: Date.UTC(2023, 3, 6, id),
    month: null,
    label,
    bytes: 1000,
    ...(id === 1 && { holds }),
    ...(id === 3 && { holds: older }),
  })
  const state = {
    versions: {
      versions: [version(2, '读入工作方案：2023年'), version(1, '工地.csv'), version(3, '早期.csv')],
      head: 2,
    },
    working: false,
    restore,
  }
  return { useImports: (choose = (all: typeof state): unknown => all) => choose(state) }
})

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await startI18n('zh-CN')
})
beforeEach(() => restore.mockReset())
afterEach(cleanup)

it('restores a version only after confirmation, which names it and the one that it replaces', () => {
  render(<Versions />)
  fireEvent.click(screen.getByRole('button', { name: /^恢复：工地.csv（2023年4月6日/ }))
  expect(restore).not.toHaveBeenCalled()
  const dialog = screen.getByRole('dialog')
  expect(dialog.textContent).toContain('恢复到“工地.csv（2023年4月6日')
  expect(dialog.textContent).toContain(
    '该版本含 2,822 处污染源、24 台监测设备、61 项任务、22 个月降尘（到 2022年10月）、40 条方案条款。',
  )
  expect(dialog.textContent).toContain('现在的“读入工作方案：2023年”不删除')
  fireEvent.click(screen.getByRole('button', { name: '恢复' }))
  expect(restore).toHaveBeenCalledWith(1, expect.stringContaining('工地.csv'))
})

it('changes nothing if the user cancels', () => {
  render(<Versions />)
  fireEvent.click(screen.getByRole('button', { name: '恢复：随应用提供的数据' }))
  fireEvent.click(screen.getByRole('button', { name: '不恢复' }))
  expect([restore.mock.calls.length, screen.queryByRole('dialog')]).toEqual([0, null])
})

it('gives what an older app stored as one sum, since it did not count monitors and tasks apart', () => {
  render(<Versions />)
  fireEvent.click(screen.getByRole('button', { name: /^恢复：早期.csv/ }))
  expect(screen.getByRole('dialog').textContent).toContain('该版本含 2,822 条污染源、监测设备和任务记录、22 个月降尘')
})

import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Shortcuts } from '@/app/Shortcuts'
import { useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import { useImports } from '@/store/imports'
import { openTable, setUpTable } from './table-setup'
import { changeRequests, tableWorker } from './table-worker'

vi.mock('@/workers/client', async () => {
  const { tableWorker } = await import('./table-worker')
  return {
    datasetWorker: () => tableWorker,
    onDatasetWorkerStopped: () => undefined,
    whenAnswered: async () => undefined,
    whenMapDrawn: async () => undefined,
  }
})
setUpTable()

describe('the editor', () => {
  it('reads a number like a cell of a file, explains an invalid one, and keeps the change pending', async () => {
    const { cell, press, here, onClose } = await openTable()
    const area = cell('740')
    fireEvent.mouseDown(area)
    area.focus()
    press('F2')
    const input = await screen.findByRole('textbox', { name: '甲堆 占地面积（平方米）' })
    await screen.findByText('允许范围：0 … 10000000')
    fireEvent.change(input, { target: { value: '很大' } })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toContain('不是数字')
    expect(useEdits.getState().waiting).toEqual([])
    fireEvent.change(input, { target: { value: '1,200' } })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(useEdits.getState().waiting).toMatchObject([
      { kind: 'stockpile', code: 'D-1', column: 'areaSquareMetres', before: '740', cell: '1,200' },
    ])
    expect(screen.queryByRole('alert')).toBeNull()
    expect(here()).toBe('1,200')
    // Escape leaves a cell unchanged, and the table open.
    press('F2')
    fireEvent.keyDown(await screen.findByRole('textbox', { name: '甲堆 占地面积（平方米）' }), { key: 'Escape' })
    expect(useEdits.getState().waiting).toHaveLength(1)
    expect(onClose).not.toHaveBeenCalled()
  })

  it('does not open for calculated cells, and explains values that are not from the file', async () => {
    const { cell, press } = await openTable()
    for (const text of ['D-1', '12']) {
      fireEvent.mouseDown(cell(text))
      cell(text).focus()
      press('F2')
      expect(screen.queryByRole('button', { name: /^更改 / })).toBeNull()
    }
    fireEvent.mouseDown(cell('20'))
    cell('20').focus()
    press('F2')
    await screen.findByText(/此值来自巡查记录、调查数据、监测读数或车辆轨迹/)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('marks manual values, with who, when and why', async () => {
    const { cell } = await openTable()
    await waitFor(() =>
      expect(cell('沙').getAttribute('title')).toBe('人工设定（张三，1970-01-01 08:00）：现场核实；原为 渣'),
    )
    expect(cell('煤').dataset.byHand).toBe('false')
  })

  it('saves nothing without a reason; the last name is filled in', async () => {
    useEdits.getState().put({
      ...{ kind: 'stockpile', code: 'D-1', column: 'material', before: '煤', cell: '渣' },
      ...{ name: '甲堆', heading: '物料' },
    })
    changeRequests.editCells.mockResolvedValue({
      value: null,
      problems: [{ code: 'cell-changed', file: 'a.csv' }],
      version: null,
    })
    Object.assign(tableWorker, changeRequests)
    await openTable()
    const form = screen.getByRole('form', { name: '待保存的更改' })
    const save = within(form).getByRole<HTMLButtonElement>('button', { name: '保存 1 处更改' })
    expect(save.disabled).toBe(true)
    const wanted = within(form).getByText('更改理由必填，填写后才能保存')
    expect(save.getAttribute('aria-describedby')).toBe(wanted.id)
    expect(within(form).getByLabelText<HTMLInputElement>('更改人').value).toBe('李四')
    const by = (value: string) => fireEvent.change(within(form).getByLabelText('更改人'), { target: { value } })
    by(' ')
    within(form).getByText('更改理由、更改人必填，填写后才能保存')
    by('李四')
    fireEvent.change(within(form).getByLabelText('更改理由'), { target: { value: '抄错' } })
    expect(within(form).queryByText(/必填/)).toBeNull()
    fireEvent.submit(form)
    await screen.findByText(/这一格在填写之后已被更改/)
    expect(changeRequests.editCells).toHaveBeenCalledExactlyOnceWith(
      [{ kind: 'stockpile', code: 'D-1', column: 'material', before: '煤', cell: '渣' }],
      { by: '李四', why: '抄错' },
      '改 1 处（李四：抄错）',
    )
    // The refused change stays pending.
    expect(useEdits.getState().waiting).toHaveLength(1)
    expect(document.activeElement).toBe(within(form).getByLabelText('更改理由'))
  })

  it('returns the focus to the cell when pending changes are saved, undone or discarded', async () => {
    const edit = {
      ...{ kind: 'stockpile', code: 'D-1', column: 'material', before: '煤', cell: '渣' },
      ...{ name: '甲堆', heading: '物料' },
    }
    changeRequests.editCells.mockResolvedValue({ value: null, problems: [], version: 7 })
    changeRequests.undoVersion.mockResolvedValue({ value: null, problems: [] })
    Object.assign(tableWorker, changeRequests)
    const { here, cell } = await openTable()
    const refresh = vi.spyOn(useImports.getState(), 'refresh').mockResolvedValue()
    fireEvent.mouseDown(cell('D-1'))
    act(() => useEdits.getState().put(edit))
    fireEvent.change(screen.getByLabelText('更改理由'), { target: { value: '抄错' } })
    screen.getByRole('button', { name: '保存 1 处更改' }).focus()
    fireEvent.submit(screen.getByRole('form', { name: '待保存的更改' }))
    const undo = await screen.findByRole('button', { name: '撤销这次更改（数据）' })
    await waitFor(() => expect(here()).toBe('D-1'))
    undo.focus()
    fireEvent.click(undo)
    await screen.findByText('已撤销更改')
    await waitFor(() => expect(here()).toBe('D-1'))
    act(() => useEdits.getState().put(edit))
    const drop = screen.getByRole('button', { name: '放弃更改' })
    drop.focus()
    fireEvent.click(drop)
    expect(here()).toBe('D-1')
    refresh.mockRestore()
  })

  it('undoes pending changes by Ctrl+Z, the last first, before earlier selections', async () => {
    const put = (cell: string, code: string) =>
      useEdits.getState().put({
        ...{ kind: 'stockpile', code, column: 'material', before: '煤', cell },
        ...{ name: '甲堆', heading: '物料' },
      })
    put('渣', 'D-1')
    put('沙', 'D-2')
    const back = vi.spyOn(history, 'back').mockReturnValue()
    history.replaceState({ depth: 1 }, '')
    render(<Shortcuts />)
    const left = () => useEdits.getState().waiting.map(({ code }) => code)
    const press = () => fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    press()
    expect(left()).toEqual(['D-1'])
    press()
    expect(left()).toEqual([])
    expect(back).not.toHaveBeenCalled()
    press()
    expect(back).toHaveBeenCalledOnce()
    // Changes out of view stay.
    put('渣', 'D-1')
    useChentu.setState({ view: { ...useChentu.getState().view, table: false } })
    press()
    expect(left()).toEqual(['D-1'])
  })
})

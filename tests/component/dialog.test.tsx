import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { Dialog } from '@/ui/Dialog'

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

function Example({ closedBy }: { readonly closedBy?: 'any' | 'closerequest' }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {'open'}
      </button>
      {open && (
        <Dialog title="导出筛选结果" {...(closedBy ? { closedBy } : {})} onClose={() => setOpen(false)}>
          <input aria-label="name" />
        </Dialog>
      )}
    </>
  )
}

/** Opens as a person does: the pressed button has the focus. */
function show(closedBy?: 'any' | 'closerequest') {
  render(<Example {...(closedBy ? { closedBy } : {})} />)
  const opener = screen.getByRole('button', { name: 'open' })
  opener.focus()
  fireEvent.click(opener)
  return { opener, dialog: screen.getByRole<HTMLDialogElement>('dialog', { name: '导出筛选结果' }) }
}

function press(element: Element) {
  fireEvent.pointerDown(element)
  fireEvent.click(element)
}

it('is modal, is named by its heading, and returns the focus when its button closes it', () => {
  const { opener, dialog } = show()
  expect(dialog.open).toBe(true)
  screen.getByRole('heading', { name: '导出筛选结果' })
  screen.getByRole('textbox').focus()
  expect(document.activeElement).not.toBe(opener)
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

it('closes when the browser closes it, as on Escape', () => {
  const { opener, dialog } = show()
  act(() => dialog.close())
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

it('does not take the focus from an element that got it meanwhile', () => {
  const { dialog } = show()
  const other = document.createElement('input')
  document.body.append(other)
  other.focus()
  act(() => dialog.close())
  expect(document.activeElement).toBe(other)
  other.remove()
})

it('closes on a press outside, but not on one that began inside', () => {
  const { dialog } = show()
  fireEvent.pointerDown(screen.getByRole('textbox'))
  fireEvent.click(dialog)
  press(screen.getByRole('textbox'))
  screen.getByRole('dialog')
  press(dialog)
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('stays open on a press outside if typed text would be lost', () => {
  const { dialog } = show('closerequest')
  press(dialog)
  screen.getByRole('dialog')
})

it("closes on the browser's Back, but stays open if typed text would be lost", () => {
  show()
  fireEvent.popState(window)
  expect(screen.queryByRole('dialog')).toBeNull()
  cleanup()
  show('closerequest')
  fireEvent.popState(window)
  screen.getByRole('dialog')
})

/** Asks before it closes. */
function Asking() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Dialog title="会议决定" closedBy="closerequest" onClose={() => setAsking(true)}>
        <input aria-label="name" />
      </Dialog>
      {asking && (
        <button type="button" onClick={() => setAsking(false)}>
          {'stay'}
        </button>
      )}
    </>
  )
}

it('opens again if Escape closed it and the user chooses to stay', () => {
  render(<Asking />)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '写了一半' } })
  act(() => screen.getByRole<HTMLDialogElement>('dialog').close())
  fireEvent.click(screen.getByRole('button', { name: 'stay', hidden: true }))
  expect(screen.getByRole<HTMLDialogElement>('dialog').open).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('写了一半')
})

it('gives the focus to the screen if what opened it is gone', () => {
  const { rerender } = render(
    <main id="main" tabIndex={-1}>
      <Example />
    </main>,
  )
  const opener = screen.getByRole('button', { name: 'open' })
  fireEvent.click(opener)
  screen.getByRole('textbox').focus()
  rerender(<main id="main" tabIndex={-1} />)
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Sheet, useSheet } from '@/features/explore/frame/use-sheet'
import { Rail } from '@/features/explore/Rail'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { decodeView } from '@/store/view/link'

let sheet: Sheet
function Tabs() {
  sheet = useSheet()
  return <Rail sheet={sheet} />
}

beforeEach(() => startI18n('zh-CN'))
afterEach(cleanup)

const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('a press on the list opens it, also if a link had brought it to the front', () => {
  useChentu.setState({ view: decodeView('#/explore?requirement=23-six') })
  render(<Tabs />)
  expect(sheet.shown).toBe('list')
  tap('污染源')
  expect(sheet.shown).toBe('list')
  tap('排名')
  expect(sheet.shown).toBe('ranking')
  tap('污染源')
  expect(sheet.shown).toBe('list')
})

it('a second press closes the panel in front', () => {
  useChentu.setState({ view: decodeView('#/explore') })
  render(<Tabs />)
  tap('条件')
  expect(sheet.shown).toBe('panel')
  tap('条件')
  expect(sheet.shown).toBe('ranking')
})

import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Markdown } from '@/features/manual/Markdown'
import { Reader } from '@/features/manual/Reader'
import { readPage } from '@/features/manual/read-page'
import { startI18n } from '@/i18n'

await startI18n('zh-CN')
afterEach(cleanup)

const renderPage = (markdown: string, query = '') => {
  const { tokens } = readPage('page', `# 题\n\n${markdown}`).sections[0]!
  return render(<Markdown tokens={tokens} query={query} />).container
}

it('shows HTML in a page as text and creates no elements from it', () => {
  const text = renderPage('前 <img src=x onerror=alert(1)> 后\n\n<script>alert(1)</script>')
  expect(text.querySelector('img, script')).toBeNull()
  expect(text.textContent).toContain('<script>alert(1)</script>')
  expect(text.textContent).toContain('<img src=x onerror=alert(1)>')
})

it('marks names of the screen and keys, and links pages within the app', () => {
  const text = renderPage('点「确认导入 N 个文件」，按 `Esc`，见[异常处置](cases.md)；A & B < C')
  expect(text.querySelector('b')?.textContent).toBe('「确认导入 N 个文件」')
  expect(text.querySelector('kbd')?.textContent).toBe('Esc')
  expect(text.querySelector('a')?.getAttribute('href')).toBe('#/help/cases')
  expect(text.textContent).toContain('A & B < C')
})

it('shows tables, lists and notes, and marks search terms in any letter case', () => {
  const text = renderPage('| 键 | 作用 |\n| --- | --- |\n| `B` | 黑屏 |\n\n1. 一\n2. 二 WebGL\n\n> 注', 'webgl 黑屏')
  expect([...text.querySelectorAll('th')].map((cell) => cell.textContent)).toEqual(['键', '作用'])
  expect([...text.querySelectorAll('ol > li')].map((line) => line.textContent)).toEqual(['一', '二 WebGL'])
  expect(text.querySelector('aside')?.textContent).toBe('注')
  expect([...text.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['黑屏', 'WebGL'])
})

it('scrolls to the section found, and reports if nothing was found', async () => {
  const asked: string[] = []
  render(<Reader name="start" wide={false} onPage={(name) => asked.push(name)} />)
  await screen.findByRole('heading', { name: '从这里开始' })
  const search = screen.getByRole('searchbox', { name: '搜索手册' })
  fireEvent.change(search, { target: { value: '没有的词' } })
  await screen.findByText(/手册中没有“没有的词”/)
  fireEvent.change(search, { target: { value: '挂失' } })
  fireEvent.click((await screen.findAllByRole('button', { name: /^数据安全\s· 平板丢失/ }))[0]!)
  expect(asked).toEqual(['security'])
})

it('shows a picture at full size on a press, and returns on Escape', () => {
  const text = renderPage('![现场巡查](../images/field.zh-CN.webp)')
  expect(text.querySelectorAll('img')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '放大：现场巡查' }))
  const large = screen.getByRole('dialog', { name: '现场巡查' })
  const image = large.querySelector('img')!
  expect([image.width, image.alt]).toEqual([800, '现场巡查'])
  // Not within a paragraph, where HTML allows no dialog.
  expect(large.closest('p')).toBeNull()
  fireEvent.click(within(large).getByRole('button', { name: '关闭' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

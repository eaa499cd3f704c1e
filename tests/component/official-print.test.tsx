import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { typeset } from '@/io/papers/typeset'
import { OfficialPrint } from '@/ui/OfficialPrint'

vi.stubGlobal('print', vi.fn())
afterEach(cleanup)

const sheetOf = (rows: number) =>
  typeset(
    sheetPaper(
      {
        name: '',
        title: '建筑工地问题督办单',
        subtitle: '咸阳市',
        to: '市住房和城乡建设局：',
        intro: '请按期督促整改。',
        headings: ['序号', '名称'],
        widths: [10, 90],
        rows: Array.from({ length: rows }, (_, i) => [String(i + 1), `第${i + 1}号工地`]),
        picture: null,
        blanks: ['联系人：____', '签发：____'],
        notes: ['数据来源：示例'],
      },
      { office: '咸阳市生态环境局', author: '', year: '2022', isNumbered: true },
    ),
  )

it.each([1, 2, 3, 8, 40])('prints what ends a sheet of %d rows in one part with the last rows of its table', (rows) => {
  render(<OfficialPrint papers={[sheetOf(rows)]} annexWord="附件：" />)
  const parts = [...document.querySelectorAll('tbody')].map(({ textContent }) => textContent!)
  const last = parts.at(-1)!
  expect(last).toMatch(new RegExp(`第${rows}号工地数据来源：示例联系人：____签发：____咸阳市生态环境局2022年`))
  // Not one row alone, where there are more; and each row is printed once.
  if (rows > 1) expect(last).toContain(`第${rows - 1}号工地`)
  for (let i = 1; i <= rows; i++) expect(parts.filter((part) => part.includes(`第${i}号工地`))).toHaveLength(1)
})

it('prints the ending of a text without a table after its last paragraph, in one part', () => {
  render(<OfficialPrint papers={[sheetOf(0)]} annexWord="附件：" />)
  const [ending] = [...document.querySelectorAll('section > div')].filter(({ textContent }) =>
    textContent!.includes('咸阳市生态环境局'),
  )
  expect(ending!.textContent).toMatch(/^数据来源：示例联系人：____签发：____咸阳市生态环境局2022年/)
})

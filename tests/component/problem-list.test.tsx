import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { PackageProblems, ProblemList } from '@/app/ProblemList'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

afterEach(cleanup)

it('shows file, line, column, found and expected value, and file text as plain text', async () => {
  await startI18n('zh-CN')
  render(
    <ProblemList
      problems={[
        {
          code: 'not-a-date',
          file: 'yard.csv',
          row: 7,
          column: '检查日期',
          seen: '<b>很快</b>',
          expected: '2022-05-03',
        },
      ]}
    />,
  )
  expect(screen.getByRole('listitem').textContent).toBe(
    'yard.csv第 7 行“检查日期”列不是日期内容：<b>很快</b>写法如：2022-05-03',
  )
  expect(document.querySelector('b')).toBeNull()
})

it('names both of two rows that contradict each other, with their values, and what to do', async () => {
  await startI18n('zh-CN')
  const earlier = { row: 5, value: '2026-01 3.8' }
  render(
    <ProblemList
      problems={[
        { code: 'row-contradicts', file: '降尘.csv', row: 46, column: '降尘量', seen: '2026-01 9.9', earlier },
      ]}
    />,
  )
  const text = screen.getByRole('listitem').textContent
  for (const part of ['降尘.csv', '第 46 行', '内容：2026-01 9.9', '第 5 行：2026-01 3.8', '改正或删除错误的一行'])
    expect(text).toContain(part)
  expect(text).not.toContain('应为')
})

it.each([
  [
    'zh-CN',
    'kinds.json类别“restaurant”“symbol.shape”类别的声明里这一部分写法有误，没有采用这个类别。请改正后重新打开内容：heart应为：star',
  ],
  [
    'en',
    'kinds.jsonkind “restaurant”“symbol.shape”This part of the kind is invalid; this kind was not used. Correct it and open the package againseen: heartexpected: star',
  ],
] as const)('names a wrongly declared kind and the wrong part of it: %s', async (language, said) => {
  await startI18n(language)
  render(
    <ProblemList
      problems={[
        {
          code: 'kind-part-wrong',
          file: 'kinds.json',
          kind: 'restaurant',
          column: 'symbol.shape',
          seen: 'heart',
          expected: 'star',
        },
      ]}
    />,
  )
  expect(screen.getByRole('listitem').textContent).toBe(said)
})

it('names the table of the package and the file it was imported from, and says whose rows are counted', async () => {
  await startI18n('zh-CN')
  const provenance = [{ path: 'stockpile.csv', title: '物料堆场', source: '堆场台账.xlsx' }]
  useChentu.setState({ opened: { dataset: { provenance, glossary: {} } } as never })
  const { rerender } = render(
    <PackageProblems problems={[{ code: 'unknown-county', file: 'stockpile.csv', row: 5, seen: '某区' }]} />,
  )
  screen.getByText('“物料堆场”表，来自：堆场台账.xlsx')
  screen.getByText(/^行号是现有数据表中的行号/)
  rerender(<PackageProblems problems={[{ code: 'file-unreachable', file: 'other.csv' }]} />)
  expect(screen.queryByText(/来自|行号/)).toBeNull()
  // A package that could not be read has no tables.
  useChentu.setState({ opened: null, loaded: null })
  rerender(<PackageProblems problems={[{ code: 'file-unreachable', file: 'stockpile.csv' }]} />)
  expect(screen.queryByText(/来自/)).toBeNull()
})

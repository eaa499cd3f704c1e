import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ProblemList } from '@/app/ProblemList'
import { startI18n } from '@/i18n'

it('says file, line, column, what was seen and what was expected, and shows file text as text', async () => {
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
    'yard.csv第 7 行“检查日期”列不是日期看到：<b>很快</b>应为：2022-05-03',
  )
  expect(document.querySelector('b')).toBeNull()
})

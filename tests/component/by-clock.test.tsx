import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { ByClockNote } from '@/features/explore/cases/ByClockNote'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { today } from '@/store/device/today'

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(() => {
  cleanup()
  useChentu.setState({ opened: null })
})

const showAsOf = (asOf: string) => {
  useChentu.setState({ opened: { evaluation: { asOf } } as never })
  return render(<ByClockNote />).container.textContent
}

it('beside figures that count to the present stands that they do, where the header has another day', () => {
  expect(showAsOf('2022-10-31')).toMatch(
    /^时限、是否超时和在办天数按现在（\d{4}-\d\d-\d\d \d\d:\d\d）计算，不按截至日期 2022-10-31 计算。$/,
  )
  screen.getByRole('note')
  expect(showAsOf(today())).toBe('')
})

import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { changeLanguage, loadEnglish, startI18n, useOtherTexts } from '@/i18n'

it('names are found in the other language as soon as its texts are there, and in the first after a change', async () => {
  await startI18n('zh-CN')
  const { result } = renderHook(() => useOtherTexts())
  expect(result.current('app.close')).toBe('关闭')
  await act(loadEnglish)
  expect(result.current('app.close')).toBe('Close')
  await act(() => changeLanguage('en'))
  expect(result.current('app.close')).toBe('关闭')
})

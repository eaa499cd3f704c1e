import { expect, it } from 'vitest'
import { fileName } from '@/store/words/use-file-name'

it('has city, content and day, and no character that Windows forbids', () => {
  expect(fileName('咸阳市', '建筑工地', '2022-10-31', 'xlsx')).toBe('咸阳市_建筑工地_2022-10-31.xlsx')
  expect(fileName('咸阳市', '混凝土/砂浆: 站?', '2022-10-31', 'csv')).toBe('咸阳市_混凝土 砂浆  站_2022-10-31.csv')
})

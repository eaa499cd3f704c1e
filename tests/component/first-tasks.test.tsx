import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FirstTasks } from '@/features/explore/start/FirstTasks'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const whole = datasetOf((await openFromDisk('')).value!)
const kinds = new Set(whole.kinds.map(({ id }) => id))
const labels = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)

beforeEach(async () => {
  await startI18n('zh-CN')
  usePreferences.setState({ toured: false, tried: [] })
})
afterEach(cleanup)

it('offers an officer’s usual tasks that the available data allows', () => {
  useChentu.setState({ view: FIRST_VIEW, selected: null, opened: { dataset: whole } as never })
  render(<FirstTasks />)
  expect(labels()).toEqual([
    expect.stringMatching(/^哪些.+不符合“.+”？$/),
    '哪个区县降尘最高，原因在哪里？',
    '生成督办单',
    '导入本单位数据',
  ])
})

it('offers no task whose table a new city lacks', () => {
  const provenance = whole.provenance.filter(({ role }) => !kinds.has(role))
  useChentu.setState({ selected: null, opened: { dataset: { ...whole, provenance, reports: [] } } as never })
  render(<FirstTasks />)
  expect(labels()).toEqual(['导入本单位数据'])
})

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PositionControls } from '@/features/field/around/PositionControls'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

const origin = { position: [108.7, 34.3], kind: 'chosen', accuracyMetres: null, headingDegrees: null } as const

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { settings: { city: { zh: '咸阳', en: 'Xianyang' } } } } } as never)
})
afterEach(cleanup)

it.each([
  ['玉泉路堆场', /按名称请用菜单“按名称查找”/],
  ['GD2022-0002', /按名称请用菜单“按名称查找”/],
  ['108.7', /^请输入“经度,纬度”/],
  ['东经108.7', /^请输入“经度,纬度”/],
])('the box for coordinates answers %s with what to do', (typed, words) => {
  const onChoose = vi.fn()
  render(<PositionControls origin={origin} onChoose={onChoose} onTap={() => undefined} />)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: typed } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  expect(screen.getByRole('status').textContent).toMatch(words)
  expect(onChoose).not.toHaveBeenCalled()
})

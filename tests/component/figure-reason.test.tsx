import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, it } from 'vitest'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { FigureWhy } from '@/features/explore/ranking/FigureWhy'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

afterEach(cleanup)

it.each([
  ['设备检修停测', '设备检修停测'],
  [undefined, '无数据'],
])('a county without a figure for the reason %s is shown with %s', async (reason, shown) => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { counties: [], glossary: new Map() } } as never })
  const figure = { county: 'a', month: '2022-11', value: null, points: [], ...(reason && { reason }) }
  render(<FigureWhy row={{ county: 'a', figure } as unknown as RankedCounty} />)
  await screen.findByText(shown)
})

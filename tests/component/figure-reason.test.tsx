import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, it } from 'vitest'
import { countyMonth, publishedCountyMonth } from '@/domain/dustfall/county-month'
import { monthReport, type RankedCounty } from '@/domain/dustfall/month-report'
import { pointMonth } from '@/domain/dustfall/point-month'
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
  render(<FigureWhy row={{ county: 'a', figure, now: {}, uncompared: {} } as unknown as RankedCounty} />)
  await screen.findByText(shown)
})

it('a county below the detection limit has a mark, and its explanation says why', async () => {
  await startI18n('zh-CN')
  const points = [pointMonth({ point: 'p', month: '2022-11', sample: null, given: 0.1, valid: true, reason: '' }, 0.5)]
  const series = {
    ranked: ['a'],
    months: new Map([['a', new Map([['2022-11', countyMonth('a', '2022-11', points)]])]]),
  }
  const report = monthReport(series, '2022-11', 7)
  const settings = { dustfall: { limit: 7, limitSource: { zh: '', en: '' } } }
  const dataset = { counties: [], glossary: new Map(), dustfallPoints: [], reports: [report], settings }
  useChentu.setState({ opened: { dataset } as never })
  render(<FigureWhy row={report.rows[0]!} />)
  fireEvent.click(await screen.findByText('0.2※'))
  await screen.findByText('各有效点位均低于检出限 0.3，显示为 0.2')
})

it('what an office wrote beside a figure is explained with it', async () => {
  await startI18n('zh-CN')
  const record = { point: 'p', month: '2022-11', sample: null, given: 5.1, valid: true, reason: '周边道路施工' }
  const published = { county: 'a', month: '2022-11', value: 5.1, publication: '', remark: '经复核' }
  const figure = publishedCountyMonth(published, countyMonth('a', '2022-11', [pointMonth(record, 0.5)]))
  const report = monthReport({ ranked: ['a'], months: new Map([['a', new Map([['2022-11', figure]])]]) }, '2022-11', 7)
  const settings = { dustfall: { limit: 7, limitSource: { zh: '', en: '' } } }
  const dataset = { counties: [], glossary: new Map(), dustfallPoints: [], reports: [report], settings }
  useChentu.setState({ opened: { dataset } as never })
  render(<FigureWhy row={report.rows[0]!} />)
  fireEvent.click(await screen.findByText('5.1※'))
  await screen.findByText('备注：经复核')
  // A result that was only given was not calculated.
  await screen.findByText('监测值 5.1，备注：周边道路施工')
})

it('gives a published figure with the decimals it was published with', async () => {
  await startI18n('zh-CN')
  const figure = publishedCountyMonth({ county: 'a', month: '2022-11', value: 9.05, publication: '' }, undefined)
  const report = monthReport({ ranked: ['a'], months: new Map([['a', new Map([['2022-11', figure]])]]) }, '2022-11', 7)
  const settings = { dustfall: { limit: 7, limitSource: { zh: '', en: '' } } }
  const dataset = { counties: [], glossary: new Map(), dustfallPoints: [], reports: [report], settings }
  useChentu.setState({ opened: { dataset } as never })
  render(<FigureWhy row={report.rows[0]!} />)
  fireEvent.click(await screen.findByText('9.0※'))
  await screen.findByText('生态环境部门公布的数值 9.05')
})

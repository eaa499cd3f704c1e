import { readFileSync } from 'node:fs'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { HourMapKey } from '@/features/monitoring/HourMapKey'
import { startI18n } from '@/i18n'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { DOT } from '@/ui/dot'

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const line = (limit: MonitorLine['limit']): MonitorLine => ({
  ...{ device: 'a', place: null, called: null, isKept: false, last: null, value: null },
  ...{ isOnline: true, share: 1, limit, course: [] },
})
const held = (value: number, stage: string) =>
  line({
    value: value * 1000,
    limit: {
      ...{ parameter: 'tsp', averaging: 60, stage, value, unit: 'mg/m³', confirmed: false },
      source: { zh: 'DB61 附录', en: '' },
    },
  })

it('explains the colours, each limit with its source, and that some devices have none', () => {
  render(<HourMapKey devices={[held(0.8, '拆除'), held(0.7, '主体'), held(0.7, '主体'), line(null)]} parameter="tsp" />)
  const key = within(screen.getByRole('list', { name: '颜色' }))
  expect(key.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    '颜色表示小时均值与该设备适用限值之比（实测值，未扣除背景）：',
    ...['50% 以内', '50%–80%', '80%–100%', '高于限值', '没有适用限值'],
  ])
  const limits = within(screen.getByRole('list', { name: '限值及来源' }))
  expect(limits.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    ['限值 700 µg/m³（小时均值）', '施工阶段：主体', 'DB61 附录', '未经核实'].join(DOT),
    ['限值 800 µg/m³（小时均值）', '施工阶段：拆除', 'DB61 附录', '未经核实'].join(DOT),
  ])
})

it('draws no level hollow, which stands for a missing value only', () => {
  const rules = readFileSync('src/features/monitoring/HourMap.module.css', 'utf8')
  const opacities = [...rules.matchAll(/\.device\[data-level="\d"\] \{[^}]*fill-opacity: ([\d.]+)/g)].map(([, of]) =>
    Number(of),
  )
  expect(opacities).toEqual([...opacities].sort((a, b) => a - b))
  expect(opacities.length).toBe(4)
  expect(opacities[0]).toBeGreaterThan(0)
})

it('shows that no limit applies', () => {
  render(<HourMapKey devices={[line(null)]} parameter="noise" />)
  screen.getByText('噪声没有适用的小时均值限值，颜色不表示高低。')
})

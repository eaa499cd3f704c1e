import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { StoredTables } from '@/features/import/stored/StoredTables'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    storedTables: async () => [
      { path: 'sites.csv', rows: 1420, latest: '2022-10-30' },
      { path: 'dustfall.csv', rows: 13, latest: '2022-10' },
    ],
  }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const table = (role: string, title: string, dataClass: string) => ({
  path: `${role}.csv`,
  ...{ role, title, dataClass, source: `${title}的来源`, licence: '' },
})

it('lists all data by group with class, rows, latest day or month and source, and opens the table of a kind', async () => {
  const setView = vi.fn()
  const provenance = [
    { ...table('construction-site', '建筑工地', 'illustrative'), path: 'sites.csv' },
    { ...table('dustfall-published', '公布的降尘量', 'real'), path: 'dustfall.csv' },
    table('rivers', '河流', 'derived'),
    table('clauses', '方案条款', 'real'),
  ]
  const dataset = {
    provenance,
    kinds: [{ id: 'construction-site', title: { zh: '工地', en: 'Sites' }, fields: [] }],
    glossary: new Map(),
    rules: [],
  }
  useChentu.setState({ setView, opened: { shown: {}, dataset } as never })
  render(<StoredTables />)
  screen.getByText('4 项：真实 2 项，换算 1 项，示例 1 项。')
  await screen.findByText('1,420')
  const rows = (screen.getAllByRole('row') as HTMLTableRowElement[]).map(({ cells }) =>
    Array.from(cells, ({ textContent }) => textContent),
  )
  expect(rows.slice(1)).toEqual([
    ['降尘'],
    ['公布的降尘量', '真实', '13', '2022年10月', '公布的降尘量的来源'],
    ['污染源台账'],
    ['工地', '示例', '1,420', '2022-10-30', '建筑工地的来源'],
    ['方案和判定设置'],
    ['方案条款', '真实', '—', '', '方案条款的来源'],
    ['区县和底图'],
    ['河流', '换算', '—', '', '河流的来源'],
  ])
  fireEvent.click(screen.getByRole('button', { name: '工地' }))
  const { mode, table: isTable, filters } = setView.mock.lastCall![0]
  expect([mode, isTable, filters.kinds]).toEqual(['explore', true, ['construction-site']])
})

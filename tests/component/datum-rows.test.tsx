import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DatumOfRows } from '@/features/import/review/DatumRows'
import { startI18n } from '@/i18n'
import { useImports } from '@/store/imports'
import { choose, select } from './choose'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({}),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it('a contradicted column of coordinate systems is used or left only once the user says which', async () => {
  const change = vi.fn(async () => undefined)
  useImports.setState({ change } as never)
  const datumColumn = {
    column: 3,
    stated: [{ datum: 'gcj02', rows: 2 }],
    unsaid: 0,
    unread: 0,
    isUsed: true,
    contradictedBy: 'wgs84',
  }
  const table = { header: { names: ['名称', '经度', '纬度', '坐标系'] }, datumColumn }
  render(<DatumOfRows id={1} table={table as never} />)
  expect(document.body.textContent).toContain('“坐标系”列写的坐标系与现有位置对不上：按 WGS-84 才相符')
  expect(select('逐行坐标系').textContent).not.toContain('按该列逐行换算')
  await choose('逐行坐标系', '按该列逐行换算')
  await choose('逐行坐标系', '不使用该列')
  expect(change.mock.calls).toEqual([
    [1, { datumColumn: 3 }],
    [1, { datumColumn: null }],
  ])
})

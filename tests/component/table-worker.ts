import { vi } from 'vitest'
import type { TableRequest } from '@/questions/table/table-view'
import { kindOf } from '../fixtures/kinds'

export const COLUMNS = [
  { name: 'name', type: 'packed' },
  { name: 'code', type: 'packed' },
  { name: 'status', type: 'status' },
  { name: 'overdueDays', type: 'number' },
  { name: 'unmet', type: 'unmet' },
  { name: 'unmetLeads', type: 'names' },
  { name: 'material', type: 'text' },
  { name: 'areaSquareMetres', type: 'number' },
] as const
const CELLS = [
  ['甲堆', 'D-1', 'overdue', 12, '00001 wetWork\n00000', '市住建局\n市城管局', '煤', 740],
  ['乙堆', 'D-2', 'fine', null, null, null, '沙', 100],
  ['丙堆', 'D-3', 'overdue', 3, '00000', '市城管局', null, 20],
] as const
const GROUPS = [
  { value: '煤', count: 1, overdue: 1 },
  { value: null, count: 1, overdue: 1 },
  { value: '沙', count: 1, overdue: 0 },
]

export const RULES = [
  { id: 'tidy', kind: 'stockpile', title: { zh: '覆盖', en: 'Covered' }, check: { type: 'present', fields: ['a'] } },
  { id: 'wet', kind: 'stockpile', title: { zh: '湿法', en: 'Wet' }, check: { type: 'all-yes', fields: ['wetWork'] } },
]

/** Requests to the worker that change something. */
export const changeRequests = { editCells: vi.fn(), undoVersion: vi.fn() }
/** A worker with three stockpiles. */
export const tableWorker = {
  tableOutline: async ({ group, sort }: TableRequest) => ({
    columns: COLUMNS,
    length: 3,
    groups: group ? (sort.length > 0 ? GROUPS.toReversed() : GROUPS) : [],
  }),
  tableRows: async () =>
    CELLS.map((cells, source) => ({ source, kind: 'stockpile', code: cells[1], sameCode: null, cells })),
  tablePlace: async () => 0,
  columnFacts: async () => ({ type: 'range', day: false, least: 3, most: 12, bins: [1, 1] }),
  handMarks: async () => [
    {
      kind: 'stockpile',
      code: 'D-2',
      field: 'material',
      said: '渣',
      edit: { code: 'D-2', field: 'material', before: '渣', after: '沙', by: '张三', why: '现场核实', at: 0 },
    },
  ],
  storedCell: async (source: number, column: string) =>
    source === 2 && column === 'areaSquareMetres'
      ? 'overlaid'
      : {
          field: kindOf('stockpile').fields.find(({ name }) => name === column)!,
          text: String(CELLS[source]![COLUMNS.findIndex(({ name }) => name === column)] ?? ''),
        },
  ...changeRequests,
}

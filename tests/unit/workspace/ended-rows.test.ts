import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import { evaluateRules } from '@/questions/evaluated-package'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: { 'construction-site': '建筑工地' }, problems: {} } as unknown as DeskWords
const HEADER = '工地编号,工地名称,区县,经度,纬度,坐标系,围挡,状态'

let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

async function add(...states: readonly string[]) {
  const rows = states.map((state, i) => `XY-${i},工地${i},秦都区,108.7${i},34.33,WGS84,否,${state}`)
  const file = new File([[HEADER, ...rows].join('\n')], '工地台账.csv')
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return { id: view!.id, table: view!.table! }
}

it('a review says how many sources are no more according to the file, in its own words', async () => {
  const { table } = await add('完工', '在建', '已竣工', '拆除中', '完工')
  expect(table.ended).toEqual({ count: 3, words: ['完工', '已竣工'] })
})

it('a review of works that go on says nothing of that', async () => {
  expect((await add('在建', '停工', '完工80%', '')).table.ended).toBeNull()
})

it('sources that are no more are judged like all others, as the review says', async () => {
  const { id } = await add('完工', '在建')
  expect((await desk.takeOver([id], WORDS, 1)).value).not.toBeNull()
  const { opened } = workspace.copy
  const { status } = evaluateRules(opened, '2022-10-31')
  const { first, table } = opened.inventory.kinds.filter(({ kind }) => kind === 'construction-site').at(-1)!
  expect(table.length).toBe(2)
  expect(status[first]).toBe(status[first + 1])
  expect(status[first]).toBeGreaterThanOrEqual(STATUS.failing)
})

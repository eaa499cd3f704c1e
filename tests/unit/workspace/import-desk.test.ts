import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { readHeldFile } from '@/io/formats/held-file'
import type { DeskWords } from '@/workspace/desk-words'
import { ImportDesk } from '@/workspace/import-desk'
import type { ItemView } from '@/workspace/item-view'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const HEADINGS = '点位名称,县区,月份,降尘量\n'
const WORDS = {
  roles: { 'dustfall-samples': '降尘', 'dustfall-points': '点位' },
  correction: '',
} as unknown as DeskWords
const month = (text: string) => `${HEADINGS}甲甲,秦都区,${text},3.0\n乙乙,渭城区,${text},4.0\n`
const none = () => undefined
const counted = (workspace: Workspace, wanted: string) =>
  workspace.copy.opened.reports
    .find(({ month }) => month === wanted)
    ?.rows.filter(({ figure }) => figure.value !== null).length

let workspace: Workspace
let desk: ImportDesk
const add = (name: string, text: string, said: () => void = none) => {
  const file = new File([text], name)
  return desk.add(file, file.size, said)
}
const ids = (views: ItemView[] | null) => views!.map(({ id }) => id)

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile)
})

describe('a file that waits', () => {
  it('is read anew where what it was read against is undone', async () => {
    const { version } = await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
    const february = await add('2月.csv', month('2026-02'))
    expect(february![0]!.table!.brings).toMatchObject({ made: 0, known: 2 })
    await workspace.undo(version!)
    const { value, problems } = await desk.takeOver(ids(february), WORDS, 2)
    expect(value).not.toBeNull()
    expect(problems.map(({ code }) => code)).not.toContain('unknown-point')
    expect(counted(workspace, '2026-02')).toBe(2)
    expect(workspace.copy.opened.pack.dustfallPoints.filter(({ name }) => name === '甲甲')).toHaveLength(1)
  })

  it('is read against what is there when it is its turn, not when it was asked for', async () => {
    const { version } = await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
    const february = await add('2月.csv', month('2026-02'))
    const [, taken] = await Promise.all([workspace.undo(version!), desk.takeOver(ids(february), WORDS, 2)])
    expect(taken.value).not.toBeNull()
    expect(counted(workspace, '2026-02')).toBe(2)
  })

  it('is not taken over where something stands against it since, and stays', async () => {
    // Its counties are known from the month before alone.
    const samples = '点位名称,月份,降尘量\n甲甲,2026-02,3.0\n乙乙,2026-02,4.0\n'
    const { version } = await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
    const waits = await add('2月.csv', samples)
    expect(waits![0]!.table!.blockers).toEqual([])
    await workspace.undo(version!)
    const { value, problems } = await desk.takeOver(ids(waits), WORDS, 2)
    expect(value).toBeNull()
    expect(problems).toEqual([{ code: 'item-waits', file: '2月.csv' }])
    const view = await desk.change(ids(waits)[0]!, {}, none)
    expect(view!.table!.blockers).toEqual(['nothing'])
  })
})

describe('readings', () => {
  it('wait for each other: a change ends no file that is being read', async () => {
    const march = await add('3月.csv', month('2026-03'))
    const order: string[] = []
    const changing: Promise<ItemView | null>[] = []
    const large = add('大.csv', month('2026-04'), () => {
      if (changing.length === 0) changing.push(desk.change(ids(march)[0]!, {}, () => order.push('change')))
      order.push('file')
    })
    expect((await large)![0]).toMatchObject({ file: '大.csv', problem: null })
    expect((await changing[0])!.file).toBe('3月.csv')
    expect(order).toEqual(['file', 'change'])
  })

  it('are ended by a cancel, those that wait too, and nothing of them stays', async () => {
    const march = await add('3月.csv', month('2026-03'))
    const cancelled = add('大.csv', month('2026-04'), () => desk.cancel())
    const waiting = desk.change(ids(march)[0]!, {}, none)
    expect([await cancelled, await waiting]).toEqual([null, null])
    // What was there before is there as it was.
    const view = await desk.change(ids(march)[0]!, {}, none)
    expect(view!.table).toMatchObject({ read: true, blockers: [] })
    expect((await desk.takeOver(ids(march), WORDS, 1)).value).not.toBeNull()
  })

  it('go on after a take-over that failed', async () => {
    const gone = desk.takeOver([99], WORDS, 1)
    const read = add('3月.csv', month('2026-03'))
    await expect(gone).rejects.toThrow('no item 99')
    expect(await read).toHaveLength(1)
  })
})

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import { listsDigest } from '@/questions/trucks/lists-digest'
import { ImportDesk } from '@/workspace/import/import-desk'
import { newBrowser, newWindow } from '../../fixtures/window'

const SITES = `工地编号,工地名称,区县,经度,纬度,坐标系
XY-1,人民路工地,秦都区,108.70,34.33,WGS84
XY-2,渭阳路工地,渭城区,108.72,34.35,WGS84
`

it('hauls of a package say by which lists they were counted, once a version may have others', async () => {
  await newBrowser()
  const workspace = await newWindow()
  const desk = new ImportDesk(workspace, readHeldFile, readPlanText)
  const countedBy = () =>
    workspace.copy.descriptor.resources.find(({ chentu }) => chentu.role === 'truck-hauls')!.chentu.countedBy
  expect(countedBy()).toBeUndefined()
  const first = listsDigest(workspace.copy.opened)
  const take = async (text: string) => {
    const file = new File([text], '工地.csv')
    const [view] = (await desk.add(file, file.size, () => undefined))!
    expect((await desk.takeOver([view!.id], { roles: {} } as never, 1)).value).not.toBeNull()
  }
  await take(SITES)
  expect(countedBy()).toBe(first)
  expect(listsDigest(workspace.copy.opened)).not.toBe(first)
  expect(workspace.copy.opened.pack.hauls[0]!.countedBy).toBe(first)
  await take(SITES.replace('108.72', '108.73'))
  expect(countedBy()).toBe(first)
})

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { heldFiles } from '@/io/package/package-files'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const MONTHS = ['2022-07', '2022-08', '2022-09', '2022-10']
const OCTOBER = 'readings/hourly/2022-10.parquet'

beforeEach(newBrowser)

const change = (workspace: Workspace) => workspace.saveMeeting({ agenda: [], counties: [], template: 'a' }, 'a', 1)

describe('readings in the folder of a package', () => {
  it('are in no version, and do not prevent storing the package for days without a signal', async () => {
    const workspace = await newWindow()
    expect(await workspace.keepDelivered()).toBe(true)
    const { version, problems } = await change(workspace)
    expect(problems).toEqual([])
    const { files } = (await workspace.database.versions.get(version!))!
    expect(Object.keys(files).filter((path) => path.endsWith('.parquet'))).toEqual([])
    // The table of valid hours is stored like any other, because requirements are evaluated by it.
    expect(Object.keys(files)).toContain('readings/online.csv')
  })

  it('are those of the folder, whichever version is the head', async () => {
    const workspace = await newWindow()
    await change(workspace)
    const { value } = await workspace.readings('readings-hourly')
    expect(value!.months).toEqual(MONTHS)
    const [file] = (await value!.open('2022-10')).value!
    const { devices } = await file!.read({ parameters: ['tsp'] })
    expect(devices.length).toBe(24)
    expect((await workspace.readings('readings')).value!.months).toEqual([])
  })

  it('are not used for another city, and an unreachable folder is a problem', async () => {
    const workspace = await newWindow()
    const { descriptor } = workspace.copy
    const chentu = { ...descriptor.chentu, city: { ...descriptor.chentu.city, code: '140400' } }
    vi.spyOn(workspace, 'copy', 'get').mockReturnValue({ ...workspace.copy, descriptor: { ...descriptor, chentu } })
    expect(await workspace.readings('readings-hourly')).toEqual({ value: null, problems: [] })
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
    const { value, problems } = await workspace.readings('readings-hourly')
    expect([value, problems.map(({ code }) => code)]).toEqual([null, ['server-unreachable']])
  })

  it('that came with a package in one file are in every version and its backup', async () => {
    const workspace = await newWindow()
    const { copy } = workspace
    const all = new Map<string, Blob>()
    for (const { path } of copy.descriptor.resources) {
      const got = await copy.files.read(path)
      if ('blob' in got) all.set(path, got.blob)
    }
    vi.spyOn(workspace, 'copy', 'get').mockReturnValue({ ...copy, files: heldFiles(all) })
    const { value: months } = await workspace.readings('readings-hourly')
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
    expect((await months!.open('2022-10')).value!.length).toBe(1)
    const { version } = await change(workspace)
    expect(Object.keys((await workspace.database.versions.get(version!))!.files)).toContain(OCTOBER)
  })
})

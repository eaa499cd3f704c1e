import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Workspace } from '@/workspace/workspace'
import { newWindow as aWindow, newBrowser } from '../../fixtures/window'

const inForce = async (workspace: Workspace) => (await workspace.versions()).head

/** Saves another agenda; returns the version. */
async function agenda(workspace: Workspace, label: string): Promise<number> {
  const { problems } = await workspace.saveMeeting({ agenda: [], counties: [], template: label }, label, 1)
  expect(problems).toEqual([])
  return (await inForce(workspace))!
}

beforeEach(newBrowser)

it('undoes the given version, and nothing that came after it', async () => {
  const workspace = await aWindow()
  const first = await agenda(workspace, '1')
  const second = await agenda(workspace, '2')
  const refused = await workspace.undo(first)
  expect(refused.problems).toEqual([{ code: 'not-in-force', file: '2' }])
  expect(await inForce(workspace)).toBe(second)
  expect((await workspace.undo(second)).value).not.toBeNull()
  expect(await inForce(workspace)).toBe(first)
})

it('undoes nothing if another window has made another version the head', async () => {
  const mine = await aWindow()
  const first = await agenda(mine, '1')
  const theirs = await aWindow()
  const second = await agenda(theirs, '2')
  expect((await mine.undo(first)).problems).toMatchObject([{ code: 'changed-elsewhere', file: '2' }])
  expect(await inForce(await aWindow())).toBe(second)
})

it('takes no step if a file of the open package can’t be read, because a version without it would lose it', async () => {
  const workspace = await aWindow()
  const first = await agenda(workspace, '1')
  // The browser has deleted the stored file of one table.
  const lost = workspace.copy.descriptor.resources.find(({ chentu }) => chentu.role === 'counties')!.path
  vi.spyOn(workspace.copy.files, 'read').mockImplementation(async (path) =>
    path === lost ? { problem: { code: 'file-unreachable', file: path } } : { blob: new Blob() },
  )
  const refused = await workspace.saveMeeting({ agenda: [], counties: [], template: '2' }, '2', 2)
  expect(refused).toEqual({ value: null, problems: [{ code: 'package-file-missing', file: lost }], version: null })
  expect(await workspace.pack()).toMatchObject({
    value: null,
    problems: [{ code: 'package-file-missing', file: lost }],
  })
  expect(await inForce(workspace)).toBe(first)
})

it('saves changes for the meeting, and leaves the rest of its settings unchanged', async () => {
  const workspace = await aWindow()
  const meeting = async () => (await workspace.openInForce()).value!.settings.meeting
  await workspace.restore(null)
  const { held: _, ...before } = { agenda: [], template: null, counties: [], ...(await meeting()) }
  const { problems } = await workspace.saveMeeting({ held: { '2022-10': { chair: '王某' } } }, '会', 1)
  expect(problems).toEqual([])
  await workspace.saveMeeting({ template: '另' }, '会', 2)
  expect(await meeting()).toEqual({ ...before, template: '另', held: { '2022-10': { chair: '王某' } } })
})

it('reports whether the delivered package is stored, and stores it later if there was no space', async () => {
  const workspace = await aWindow()
  const full = vi.spyOn(workspace.database.delivered, 'put').mockRejectedValueOnce(new Error('no room'))
  expect(await workspace.keepDelivered()).toBe(false)
  expect(await workspace.database.delivered.count()).toBe(0)
  full.mockRestore()
  expect(await workspace.keepDelivered()).toBe(true)
  expect(await workspace.database.delivered.count()).toBe(1)
  expect(await workspace.keepDelivered()).toBe(true)
})

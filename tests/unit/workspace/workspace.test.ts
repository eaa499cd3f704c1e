import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Workspace } from '@/workspace/workspace'
import { newWindow as aWindow, newBrowser } from '../../fixtures/window'

const inForce = async (workspace: Workspace) => (await workspace.versions()).head

/** Keeps another agenda; the version that it makes. */
async function agenda(workspace: Workspace, label: string): Promise<number> {
  const { problems } = await workspace.saveMeeting({ agenda: [], counties: [], template: label }, label, 1)
  expect(problems).toEqual([])
  return (await inForce(workspace))!
}

beforeEach(newBrowser)

it('undoes what it is told to, and nothing that came after it', async () => {
  const workspace = await aWindow()
  const first = await agenda(workspace, '1')
  const second = await agenda(workspace, '2')
  const refused = await workspace.undo(first)
  expect(refused.problems).toEqual([{ code: 'not-in-force', file: '2' }])
  expect(await inForce(workspace)).toBe(second)
  expect((await workspace.undo(second)).value).not.toBeNull()
  expect(await inForce(workspace)).toBe(first)
})

it('undoes nothing where another window has put something else in force', async () => {
  const mine = await aWindow()
  const first = await agenda(mine, '1')
  const theirs = await aWindow()
  const second = await agenda(theirs, '2')
  expect((await mine.undo(first)).problems).toMatchObject([{ code: 'changed-elsewhere', file: '2' }])
  expect(await inForce(await aWindow())).toBe(second)
})

it('takes no step where a file of the open package can’t be read: a version without it would have lost it', async () => {
  const workspace = await aWindow()
  const first = await agenda(workspace, '1')
  // The browser has thrown away what was kept of one table.
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

it('keeps what is changed for the meeting, and leaves the rest of that as it was', async () => {
  const workspace = await aWindow()
  const meeting = async () => (await workspace.openInForce()).value!.settings.meeting
  await workspace.restore(null)
  const { held: _, ...before } = { agenda: [], template: null, counties: [], ...(await meeting()) }
  const { problems } = await workspace.saveMeeting({ held: { '2022-10': { chair: '王某' } } }, '会', 1)
  expect(problems).toEqual([])
  await workspace.saveMeeting({ template: '另' }, '会', 2)
  expect(await meeting()).toEqual({ ...before, template: '另', held: { '2022-10': { chair: '王某' } } })
})

it('says whether the delivered package is kept, and keeps it later where there was no room', async () => {
  const workspace = await aWindow()
  const full = vi.spyOn(workspace.database.delivered, 'put').mockRejectedValueOnce(new Error('no room'))
  expect(await workspace.keepDelivered()).toBe(false)
  expect(await workspace.database.delivered.count()).toBe(0)
  full.mockRestore()
  expect(await workspace.keepDelivered()).toBe(true)
  expect(await workspace.database.delivered.count()).toBe(1)
  expect(await workspace.keepDelivered()).toBe(true)
})

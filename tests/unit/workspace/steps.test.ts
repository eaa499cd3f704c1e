import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import { planItem, readItem } from '@/workspace/import/read-item'
import { knowledgeOf } from '@/workspace/package-knowledge'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const HEADINGS = '点位名称,县区,月份,降尘量\n'
const WORDS = () => ({ title: '表', points: '点', today: '2026-05-06', correction: () => '' })
const MEETING = (template: string) => ({ agenda: [], counties: [], template })

/** Imports a table of one month, prepared with the state of `workspace`. */
function takeOver(workspace: Workspace, name = '降尘.csv', before: () => Promise<unknown> = async () => undefined) {
  return workspace.takeOver(
    async () => {
      await before()
      const source = new File([`${HEADINGS}甲甲,秦都区,2026-01,3.0\n`], name)
      const opened = await openFile(source)
      if ('problem' in opened) throw new Error(opened.problem.code)
      const { file } = opened
      const knowledge = knowledgeOf(workspace.copy.opened)
      const item = planItem({ id: 1, source, file, choice: {}, knowledge, remembered: false, corrected: null })
      const read = await readItem(item, '2026-05-06', () => undefined, new AbortController().signal)
      return { value: [read], problems: [] }
    },
    WORDS,
    4,
  )
}

const codes = ({ problems }: { problems: readonly { code: string }[] }) =>
  problems.map(({ code }) => code).filter((code) => code === 'changed-elsewhere')
const template = ({ copy }: Workspace) => copy.descriptor.chentu.meeting?.template
const source = ({ copy }: Workspace) =>
  copy.descriptor.resources.find(({ chentu }) => chentu.role === 'dustfall-samples')?.sources?.[0]?.title

beforeEach(newBrowser)

describe('steps in one window', () => {
  it('requested at the same time are all done, one after the other', async () => {
    const workspace = await newWindow()
    const [taken, saved] = await Promise.all([takeOver(workspace), workspace.saveMeeting(MEETING('会'), '会', 3)])
    expect([taken.value, saved.value]).not.toContain(null)
    const after = await newWindow()
    expect([source(after), template(after)]).toEqual(['降尘.csv', '会'])
    expect((await after.versions()).versions.map(({ label }) => label)).toEqual(['会', '降尘.csv'])
  })

  it('do not overwrite what another window did, whenever that is noticed', async () => {
    const [mine, theirs] = [await newWindow(), await newWindow()]
    await theirs.saveMeeting(MEETING('他'), '他', 1)
    // Looked at while the import is in progress.
    let looked: Promise<unknown> = Promise.resolve()
    const taken = await takeOver(mine, '降尘.csv', async () => {
      looked = mine.openInForce()
    })
    await looked
    expect(codes(taken)).toEqual(['changed-elsewhere'])
    expect(taken.value).toBeNull()
    expect(template(mine)).toBe('他')
    expect(template(await newWindow())).toBe('他')
    // Now the change is known, and what is built on it keeps it.
    expect((await takeOver(mine)).value).not.toBeNull()
    const after = await newWindow()
    expect([source(after), template(after)]).toEqual(['降尘.csv', '他'])
  })

  it('undo only what is still the head when it is their turn', async () => {
    const workspace = await newWindow()
    const { version } = await workspace.saveMeeting(MEETING('一'), '一', 1)
    const [, undone] = await Promise.all([workspace.saveMeeting(MEETING('二'), '二', 2), workspace.undo(version!)])
    expect(undone.problems.map(({ code }) => code)).toEqual(['not-in-force'])
    expect(template(workspace)).toBe('二')
    expect(template(await newWindow())).toBe('二')
  })

  it('continue after one that failed, which changes nothing', async () => {
    const workspace = await newWindow()
    const failed = takeOver(workspace, '降尘.csv', async () => {
      throw new Error('bad cell')
    })
    const saved = workspace.saveMeeting(MEETING('会'), '会', 3)
    await expect(failed).rejects.toThrow('bad cell')
    expect((await saved).value).not.toBeNull()
    expect([source(workspace), template(workspace)]).not.toContain('降尘.csv')
  })

  it('show nothing that is not stored', async () => {
    const [mine, theirs] = [await newWindow(), await newWindow()]
    await theirs.saveMeeting(MEETING('他'), '他', 1)
    const { opened } = mine.copy
    const seen: unknown[] = []
    const files = mine.copy.files
    const read = files.read.bind(files)
    files.read = (path) => {
      seen.push(mine.copy.opened === opened)
      return read(path)
    }
    expect(codes(await mine.saveMeeting(MEETING('我'), '我', 2))).toEqual(['changed-elsewhere'])
    expect(mine.copy.opened).toBe(opened)
    expect(seen).not.toContain(false)
  })
})

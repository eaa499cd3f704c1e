import 'fake-indexeddb/auto'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import { addKeys, objectsOf, unknownKeys } from '../../fixtures/unknown-keys'
import { newBrowser, newWindow } from '../../fixtures/window'
import { openFromDisk } from '../package-from-disk'

const WORDS = { roles: { stockpile: '堆场' } } as unknown as DeskWords
const none = () => undefined

/** Serves the package with these files replaced. */
function serve(files: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', async (url: URL) => {
    const path = new URL(url).pathname.slice(1)
    const bytes = await readFile(path).catch(() => null)
    const own = files[path.replace(/^data\//, '')]
    return new Response(own ?? (bytes && new Uint8Array(bytes)), { status: bytes ? 200 : 404 })
  })
}

const original = async (name: string) => JSON.parse(await readFile(`data/${name}`, 'utf8')) as never

/** Imports a list, publishes a month, saves another agenda. */
async function takeSteps(workspace: Workspace): Promise<void> {
  const desk = new ImportDesk(workspace, readHeldFile, readPlanText)
  const text = '堆场编号,名称,区县,经度,纬度\nDC-900,新堆场,秦都区,108.70,34.33\n'
  const file = new File([text], '堆场.csv')
  const [added] = (await desk.add(file, file.size, none))!
  expect(added!.table!.role).toBe('stockpile')
  await desk.change(added!.id, { role: 'stockpile', datum: 'wgs84', gone: 'keep' }, none)
  const taken = await desk.takeOver([added!.id], WORDS, 1)
  expect(taken.value === null ? taken.problems : []).toEqual([])
  expect(taken.value).not.toBeNull()
  const figures = [{ county: '610402', value: 3.1, publication: '2022-11-05' }]
  expect(
    (await workspace.publish({ month: '2022-10', figures, title: '', source: '' }, '公布', 2)).value,
  ).not.toBeNull()
  const { meeting } = workspace.copy.dataset.settings
  expect((await workspace.saveMeeting({ ...meeting!, template: '新' }, '会', 3)).value).not.toBeNull()
}

/** Objects whose keys are values of the data, where an additional key would be an additional value. */
const isMap = (way: readonly string[]) => ['letters', 'english', 'shortcomings'].includes(way.at(-1) ?? '')

beforeEach(newBrowser)

describe('additions of a newer version to a package', () => {
  it('survive opening, importing, publishing, saving and opening again, in random places', async () => {
    const descriptor = JSON.stringify({
      ...((await original('datapackage.json')) as object),
      chentu: {
        ...((await original('datapackage.json')) as { chentu: object }).chentu,
        meeting: {
          agenda: [
            { scene: 'ranking', notes: '' },
            { scene: 'forecast', notes: '' },
          ],
          template: null,
        },
      },
    })
    const others = ['kinds.json', 'rules.json', 'clauses.json']
    const texts = await Promise.all(others.map((name) => readFile(`data/${name}`, 'utf8')))
    // A schema is regenerated with its table, and sources and licences have their own contents.
    const fields = (way: readonly string[]) => !['schema', 'sources', 'licenses'].includes(way[2] ?? '') && !isMap(way)
    await fc.assert(
      fc.asyncProperty(unknownKeys, unknownKeys, async (keys, inOthers) => {
        await newBrowser()
        const root = JSON.parse(descriptor) as object
        const objects = objectsOf(root, fields)
        const sent = addKeys(objects, keys)
        const ways = objects.map(({ way }) => way)
        const files = Object.fromEntries(
          others.map((name, i) => {
            const json = JSON.parse(texts[i]!) as unknown
            // Shared fields are identified by their names: an additional key would be another field.
            addKeys(
              objectsOf(json).filter(({ way }) => way.join() !== 'shared' && !isMap(way)),
              inOthers,
            )
            return [name, JSON.stringify(json)]
          }),
        )
        serve({ 'datapackage.json': JSON.stringify(root), ...files })
        const workspace = await newWindow()
        await takeSteps(workspace)
        const again = await newWindow()
        const packed = await again.copy.files.read('datapackage.json')
        const kept = JSON.parse('blob' in packed ? await packed.blob.text() : '{}') as object
        const there = new Map(objectsOf(kept).map(({ way, object }) => [way.join('/'), object]))
        for (const { index, key, value } of sent) {
          const object = there.get(ways[index]!.join('/'))
          expect(Object.getOwnPropertyDescriptor(object, key)?.value, `${ways[index]!.join('/')} ${key}`).toEqual(value)
        }
        for (const [name, text] of Object.entries(files)) {
          const got = await again.copy.files.read(name)
          expect('blob' in got && (await got.blob.text()), name).toBe(text)
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
  }, 120_000)

  it('such as unknown scenes keep their place, and the others are shown', async () => {
    const root = (await original('datapackage.json')) as { chentu: Record<string, unknown> }
    const agenda = [
      { scene: 'forecast', notes: '', days: 3 },
      { scene: 'year', notes: '' },
    ]
    root.chentu.meeting = { agenda, template: null }
    serve({ 'datapackage.json': JSON.stringify(root) })
    const workspace = await newWindow()
    const { agendaOf, agendaItems } = await import('@/store/meeting/agenda')
    const dataset = workspace.copy.dataset
    expect(agendaOf(dataset, '2022-09').map(({ scene }) => scene)).toEqual(['year'])
    expect(agendaItems(dataset, '2022-09')).toEqual(agenda)
  })

  it('that change the format of the whole package are reported, and nothing else is tried', async () => {
    const later = (file: string, text: string) =>
      file.endsWith('datapackage.json') ? text.replace('"chentu": {', '"chentu": { "schema": 2,') : text
    const { value, problems } = await openFromDisk('', later)
    expect(value).toBeNull()
    expect(problems).toEqual([{ code: 'package-later', file: 'datapackage.json', seen: '2' }])
  })
})

describe('a rule of a newer version', () => {
  const changed = (file: string, from: string, to: string) => (path: string, text: string) =>
    path.endsWith(file) ? text.replace(from, to) : text

  it.each([
    ['rules.json', '"type": "this-quarter"', '"type": "this-week"'],
    ['rules.json', '"scope": []', '"scope": [{ "within": 500 }]'],
  ])('is left out and named, and all others apply as before: %s %s', async (file, from, to) => {
    const before = (await openFromDisk('')).value!.pack.rules
    const { value, problems } = await openFromDisk('', changed(file, from, to))
    const left = before.filter(({ id }) => !value!.pack.rules.some((rule) => rule.id === id))
    expect(left).toHaveLength(1)
    expect(problems).toEqual([{ code: 'rule-later', file, seen: left[0]!.id }])
  })

  it('and a target with another measure appear in the plan, without a value', async () => {
    const { value, problems } = await openFromDisk('', changed('clauses.json', '"of": "in-ring"', '"of": "in-air"'))
    expect(value!.pack.clauses).toHaveLength((await openFromDisk('')).value!.pack.clauses.length)
    expect(problems).toMatchObject([{ code: 'rule-later', file: 'clauses.json' }])
  })

  it('that is known but invalid is still an error', async () => {
    const { value } = await openFromDisk('', changed('rules.json', '"type": "this-quarter"', '"type": 7'))
    expect(value).toBeNull()
  })
})

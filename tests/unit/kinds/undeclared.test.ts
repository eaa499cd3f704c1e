import { datasetOf } from '@/questions/dataset'
import { shownSources } from '@/questions/shown/shown-sources'
import { Desk } from '../../fixtures/desk'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { DESCRIPTOR } from '@/io/package/package-files'
import type { LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { observationsOf } from '@/ledger/team-observations'
import { decodeView, encodeView } from '@/store/view/link'
import { dustPackage } from '../../fixtures/dust-package'
import { makeOldDatabase, OLD_SCHEMAS } from '../../fixtures/old-databases'
import { openTwoKinds, twoKinds } from '../../fixtures/two-kinds'
import { newBrowser, newWindow } from '../../fixtures/window'
import { Office } from '../intake/office'
import { inspection, write } from '../ledger/records'

type Json = { resources: { path: string; chentu: { role: string } }[] }

/** Files of a package without the resources of some roles. */
async function without(files: ReadonlyMap<string, Blob>, ...roles: string[]): Promise<Map<string, Blob>> {
  const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text()) as Json
  const gone = descriptor.resources.filter(({ chentu }) => roles.includes(chentu.role)).map(({ path }) => path)
  const resources = descriptor.resources.filter(({ path }) => !gone.includes(path))
  const left = new Map([...files].filter(([path]) => !gone.includes(path)))
  return left.set(DESCRIPTOR, new Blob([JSON.stringify({ ...descriptor, resources })]))
}

describe('a package from before kinds were declared', async () => {
  const old = await without(dustPackage(), 'kinds')

  it('has the kinds of the first city: the same sources, findings and figures', async () => {
    const [before, now] = await Promise.all([Office.open(old), Office.open(dustPackage())])
    const of = ({ opened }: Office) => {
      const desk = new Desk(opened)
      desk.judge('2022-10-31')
      desk.show({})
      return { checksum: datasetOf(desk.opened).checksum, board: desk.board('kinds'), kinds: desk.kinds }
    }
    expect(of(before)).toEqual(of(now))
  })

  describe.each(OLD_SCHEMAS)('stored with schema %i of the database', (schema) => {
    beforeEach(newBrowser)

    it('opens, is changed, and can be opened again', async () => {
      await makeOldDatabase(schema, { key: '/data/datapackage.json', files: old })
      const workspace = await newWindow()
      expect(workspace.copy.opened.pack.kinds).toHaveLength(13)
      expect(workspace.copy.opened.inventory.kinds).toHaveLength(13)
      const { problems } = await workspace.saveMeeting({ agenda: [], counties: [], template: '1' }, '1', 1)
      expect(problems).toEqual([])
      const next = await newWindow()
      expect(next.copy.opened.pack.settings.meeting?.template).toBe('1')
      expect(next.copy.opened.inventory.sources.length).toBe(workspace.copy.opened.inventory.sources.length)
    })
  })
})

describe('a kind that the package does not declare', async () => {
  const { desk } = await openTwoKinds()

  it('is kept in a link, matches no source, and breaks nothing', () => {
    const hash =
      '/explore?kind=nail-bar&off=nail-bar&source=nail-bar/X-1&look={"kind":"nail-bar","method":"quantile","classes":4,"breaks":[],"limit":null,"colour":"x","size":null}'
    const view = decodeView(hash)
    expect(view).toMatchObject({
      filters: { kinds: ['nail-bar'] },
      hidden: ['nail-bar'],
      selected: { kind: 'nail-bar', code: 'X-1' },
      look: { kind: 'nail-bar' },
    })
    expect(decodeView(encodeView(view))).toEqual(view)
    expect(shownSources(desk.show(view.filters))).toEqual({
      total: 0,
      tasks: 0,
      monitors: 0,
      problems: 0,
      findings: 0,
      pastUnknown: 0,
      unplaced: 0,
      lines: [],
    })
    expect(desk.find('nail-bar', 'X-1')).toBeNull()
    expect(desk.look(view.look!).legend).toBeNull()
    expect(desk.table({ kind: 'nail-bar', sort: [], group: null }).order).toHaveLength(0)
    desk.show({})
  })

  it('keeps its records, which do not affect declared kinds', () => {
    const target = { kind: 'nail-bar', code: 'CY-005', name: '美甲店' }
    const found: LedgerEvent = write('b', null, {
      type: 'discovery',
      target: { ...target, code: 'XC1' },
      position: [108.7, 34.3],
      accuracyMetres: null,
      outline: [],
      note: '',
      photos: [],
    })
    const state = foldLedger([write('a', null, inspection({ target, answers: { purifier: 'yes' } })), found])
    expect([...state.keys()].sort()).toEqual(['nail-bar/CY-005', 'nail-bar/XC1'])
    const codes = (seen: ReturnType<typeof observationsOf>) => {
      desk.judge('2022-11-03', seen)
      desk.show({ statuses: ['overdue'] })
      return desk.rows().map(({ kind, code }) => `${kind} ${code}`)
    }
    expect(codes(observationsOf(state))).toEqual(codes([]))
  })

  it('keeps its table and rules through an import, and is back once it is declared again', async () => {
    const files = twoKinds()
    const kinds = await files.get('kinds-city.json')!.text()
    const broken = new Map(files).set('kinds-city.json', new Blob([kinds.replace('"octagon"', '"heart"')]))
    const office = await Office.open(broken)
    expect(office.opened.pack.kinds.map(({ id }) => id)).not.toContain('restaurant')
    const text =
      '编号,名称,区县,油气回收检测日期,双层罐改造日期,年检日期\nJY-9,城北站,秦都区,2022-09-01,2021-05-01,2022-03-01\n'
    await office.takeOver(await office.read('加油站.csv', text))
    expect(await office.text('restaurant.csv')).toBe(await files.get('restaurant.csv')!.text())
    const mended = await Office.open(new Map(office.files).set('kinds-city.json', new Blob([kinds])))
    const sizes = mended.opened.inventory.kinds.slice(13).map(({ kind, table }) => [kind, table.length])
    expect(sizes).toEqual([
      ['restaurant', 46],
      ['fuel-station', 1],
    ])
    expect(mended.opened.pack.rules.filter(({ kind }) => kind === 'restaurant')).toHaveLength(2)
  })
})

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { earlierFigures } from '@/domain/dustfall/published-months'
import type { Publication } from '@/workspace/publish'
import { Workspace } from '@/workspace/workspace'
import { newBrowser, newBrowserOf, newWindow } from '../../fixtures/window'

/** A small package with published figures. */
const aWindow = () => newWindow('data/changzhi')
const KEPT = 30
const MONTH = '2021-10'

const template = ({ copy }: Workspace) => copy.descriptor.chentu.meeting?.template
const labels = async (workspace: Workspace) => (await workspace.versions()).versions.map(({ label }) => label)
const codes = ({ problems }: { problems: readonly { code: string }[] }) => problems.map(({ code }) => code)

/** Makes a version; returns its number. */
async function made(workspace: Workspace, label: string): Promise<number> {
  const { version } = await workspace.saveMeeting({ agenda: [], counties: [], template: label }, label, 1)
  return version!
}

beforeEach(newBrowser)

describe('a version', () => {
  it('can be restored after an undo, in every window, until the next step', async () => {
    const workspace = await aWindow()
    const [first, second] = [await made(workspace, '1'), await made(workspace, '2')]
    await workspace.undo(second)
    expect(template(workspace)).toBe('1')
    expect((await workspace.restore(second)).value).not.toBeNull()
    expect([template(workspace), template(await aWindow())]).toEqual(['2', '2'])
    await workspace.undo(second)
    // A version made now is based on the first, and the second can still be restored.
    const third = await made(workspace, '3')
    expect((await workspace.database.versions.get(third))?.before).toBe(first)
    expect(await labels(workspace)).toEqual(['3', '2', '1'])
    const { versions } = await workspace.versions()
    expect(versions[0]!.holds).toEqual({ sources: 0, monitors: 0, tasks: 0, months: 2, latest: MONTH, clauses: 0 })
    await workspace.restore(second)
    expect(template(workspace)).toBe('2')
  })

  it('undone down to the last one leaves the delivered package', async () => {
    const workspace = await aWindow()
    await workspace.undo(await made(workspace, '1'))
    expect(workspace.copy).toMatchObject({ head: null, inForce: null })
    expect(template(workspace)).toBeUndefined()
    const again = await made(workspace, '2')
    expect((await workspace.restore(null)).value).not.toBeNull()
    expect((await workspace.versions()).head).toBeNull()
    expect(template(await aWindow())).toBeUndefined()
    expect((await workspace.undo(again)).problems.map(({ code }) => code)).toEqual(['not-in-force'])
  })

  it('that does not exist any more is not restored, and the open state stays', async () => {
    const workspace = await aWindow()
    const first = await made(workspace, '1')
    const second = await made(workspace, '2')
    await workspace.database.versions.delete(first)
    expect(codes(await workspace.restore(first))).toEqual(['version-gone'])
    expect(codes(await workspace.undo(second))).toEqual(['version-gone'])
    expect([template(workspace), (await workspace.versions()).head]).toEqual(['2', second])
  })

  it('that can’t be read is replaced by the delivered package, and the next step replaces it', async () => {
    const first = await aWindow()
    const head = await made(first, '1')
    await first.database.files.clear()
    const workspace = await aWindow()
    expect(workspace.copy).toMatchObject({ head: null, inForce: head })
    expect(await workspace.changedElsewhere()).toBeNull()
    const next = await made(workspace, '2')
    expect((await workspace.database.versions.get(next))?.before).toBe(head)
    expect(template(await aWindow())).toBe('2')
  })

  it('is dropped if it is the oldest of many, unless it is the newest of its month', {
    timeout: 30_000,
  }, async () => {
    const workspace = await aWindow()
    const publication = { month: MONTH, figures: [], title: '降尘', source: '局' }
    const ofMonth = (await workspace.publish(publication, '10月', 1)).version!
    for (let i = 0; i <= KEPT; i++) await made(workspace, String(i))
    const { versions, head } = await workspace.versions()
    expect(versions.map(({ label }) => label)).toEqual([
      ...Array.from({ length: KEPT }, (_, i) => String(KEPT - i)),
      '10月',
    ])
    expect(head).toBe(versions[0]!.id)
    expect((await workspace.restore(ofMonth)).value).not.toBeNull()
  })
})

describe('published figures', () => {
  const figure = (workspace: Workspace, county: string) => {
    const report = workspace.copy.opened.reports.find(({ month }) => month === MONTH)!
    const { value, publication } = report.rows.find((row) => row.county === county)!.figure
    return [value, publication]
  }
  const publish = (workspace: Workspace, county: string, value: number, publication: string) =>
    workspace.publish(
      { month: MONTH, figures: [{ county, value, publication }], title: '降尘', source: '局' },
      `公布 ${county}`,
      1,
    )

  it('are fixed from then on, beside those of other counties and months, until it is undone', async () => {
    const workspace = await aWindow()
    const [one, other] = workspace.copy.opened.pack.counties.map(({ code }) => code)
    const before = [figure(workspace, one!), figure(workspace, other!)]
    const { version } = await publish(workspace, one!, 12.3, '2021-11-05 更正：复核')
    expect(figure(workspace, one!)).toEqual([12.3, '2021-11-05 更正：复核'])
    expect(figure(workspace, other!)).toEqual(before[1])
    expect((await workspace.versions()).versions[0]).toMatchObject({ dustfall: MONTH, label: `公布 ${one}` })
    expect(figure(await aWindow(), one!)).toEqual([12.3, '2021-11-05 更正：复核'])
    await publish(workspace, other!, 4.5, '2021-11-06')
    expect([figure(workspace, one!)[0], figure(workspace, other!)[0]]).toEqual([12.3, 4.5])
    await workspace.restore(version!)
    await workspace.undo(version!)
    expect([figure(workspace, one!), figure(workspace, other!)]).toEqual(before)
  })

  it('lose the text of a figure below the detection limit with the figure', async () => {
    const workspace = await aWindow()
    const county = workspace.copy.opened.pack.counties[0]!.code
    const written = () =>
      workspace.copy.opened.reports.find(({ month }) => month === MONTH)!.rows.find((row) => row.county === county)!
        .figure.writtenAs
    const below = { county, value: 0.15, writtenAs: '<0.2', publication: '2021-11-05' }
    await workspace.publish({ month: MONTH, figures: [below], title: '降尘', source: '局' }, '公布', 1)
    expect(written()).toBe('<0.2')
    await publish(workspace, county, 5.1, '2021-11-06 更正：复核')
    expect(written()).toBeUndefined()
  })

  it('keep their points: late data changes neither figure, rank, nor which have a point over the limit', async () => {
    const workspace = await aWindow()
    const reportNow = () => workspace.copy.opened.reports.find(({ month }) => month === MONTH)!
    const before = reportNow()
    const figures = before.rows.map(({ county, figure: { value, points } }) => ({
      county,
      value,
      publication: '2022-11-08公布',
      points,
      earlier: earlierFigures(workspace.copy.opened.reports, county, MONTH),
      dustfallLimit: before.dustfallLimit,
    }))
    await workspace.publish({ month: MONTH, figures, title: '降尘', source: '局' }, '公布', 1)
    expect(reportNow().rows[0]!.figure.earlier).toEqual(
      figures.find(({ county }) => county === reportNow().rows[0]!.county)!.earlier,
    )
    const seen = (report: typeof before) => ({
      rows: report.rows.map(({ county, rank, over, figure: { value, exact, points } }) => ({
        county,
        rank,
        over,
        value,
        exact,
        points,
      })),
      city: report.city,
    })
    expect(seen(reportNow())).toEqual(seen(before))
    expect(workspace.copy.opened.problems).toEqual((await aWindow()).copy.opened.problems)
    // The window that opens it from storage reads the same.
    const later = await aWindow()
    const read = later.copy.opened.reports.find(({ month }) => month === MONTH)!
    expect(read.rows.every(({ figure }) => figure.dustfallLimit !== undefined)).toBe(true)
    expect(seen(later.copy.opened.reports.find(({ month }) => month === MONTH)!)).toEqual(seen(before))
  })

  it('keep that a county had no data, even if it has some later', async () => {
    const workspace = await aWindow()
    const { rows } = workspace.copy.opened.reports.find(({ month }) => month === MONTH)!
    const { county, figure: before } = rows[0]!
    const figures = [{ county, value: null, publication: '2022-11-08公布', points: [], dustfallLimit: 7 }]
    await workspace.publish({ month: MONTH, figures, title: '降尘', source: '局' }, '公布', 1)
    const later = (await aWindow()).copy.opened.reports.find(({ month }) => month === MONTH)!
    const row = later.rows.find((each) => each.county === county)!
    expect([row.rank, row.figure.value, row.figure.now.value]).toEqual([null, null, before.now.value])
  })

  const tables = ({ copy }: Workspace) =>
    copy.descriptor.resources
      .filter(({ chentu }) => chentu.role === 'dustfall-published')
      .map(({ path, title, sources, licenses, chentu }) => ({ path, title, sources, licenses, class: chentu.class }))
  const of = (month: string, source = '局'): Publication => ({
    month,
    figures: [{ county: '140403', value: 6, publication: '2022-12-05公布' }],
    title: '公布值',
    source,
  })

  it('keep the sources of a table, and are in a table of their own if that has other months', async () => {
    const workspace = await aWindow()
    const before = tables(workspace)
    await workspace.publish(of(MONTH), '更正', 1)
    expect(tables(workspace)).toEqual(before)
    await workspace.publish(of('2022-10'), '公布', 1)
    await workspace.publish(of('2022-11'), '公布', 1)
    const own = { path: 'dustfall-published.csv', title: '公布值', sources: [{ title: '局' }], class: 'real' }
    expect(tables(workspace)).toEqual([...before, own])
    await workspace.publish(of('2022-12', '另一个局'), '公布', 1)
    expect(tables(workspace).at(-1)).toMatchObject({
      path: 'dustfall-published-2.csv',
      sources: [{ title: '另一个局' }],
    })
    expect((await aWindow()).copy.opened.reports.map(({ month }) => month)).toEqual(
      expect.arrayContaining([MONTH, '2022-10', '2022-11', '2022-12']),
    )
  })

  it('of illustrative samples stay so, beside a real table with other counties of the month', async () => {
    // The delivered package with one published figure from elsewhere.
    const resource = {
      name: 'notice',
      path: 'notice.csv',
      title: '通知',
      sources: [{ title: '省厅', path: 'https://example.org/notice' }],
      chentu: { role: 'dustfall-published', class: 'real' },
    }
    await newBrowserOf((path, text) => {
      if (path !== 'data/datapackage.json') return text
      const descriptor = JSON.parse(text)
      return JSON.stringify({ ...descriptor, resources: [...descriptor.resources, resource] })
    })
    const server = globalThis.fetch
    vi.stubGlobal('fetch', async (url: URL) =>
      String(url).endsWith('/notice.csv') ? new Response('区县,月份,降尘量\n610402,2022-10,5.5\n') : server(url),
    )
    const workspace = await newWindow()
    const publication = { ...of('2022-10'), figures: [{ county: '610430', value: 9, publication: '2022-11-05公布' }] }
    await workspace.publish(publication, '公布', 1)
    expect(tables(workspace)).toEqual([
      { path: 'notice.csv', title: '通知', sources: resource.sources, class: 'real' },
      { path: 'dustfall-published.csv', title: '公布值', sources: [{ title: '局' }], class: 'illustrative' },
    ])
    const report = workspace.copy.opened.reports.find(({ month }) => month === '2022-10')!
    const published = report.rows.filter(({ figure }) => figure.origin === 'published')
    expect(published.map(({ county, figure }) => [county, figure.value]).sort()).toEqual([
      ['610402', 5.5],
      ['610430', 9],
    ])
  })

  it('make no version if another window was first, and are not shown', async () => {
    const [workspace, other] = [await aWindow(), await aWindow()]
    const county = workspace.copy.opened.pack.counties[0]!.code
    const before = figure(workspace, county)
    await made(other, '1')
    const refused = await publish(workspace, county, 12.3, '')
    expect(refused).toMatchObject({ value: null, version: null, problems: [{ code: 'changed-elsewhere' }] })
    expect(figure(workspace, county)).toEqual(before)
    expect(await labels(workspace)).toEqual(['1'])
  })
})

describe('a packed package', () => {
  it('is the same on another computer, where it becomes a version', async () => {
    const workspace = await aWindow()
    await made(workspace, '会')
    const { value: packed } = await workspace.pack()
    const { checksum } = workspace.copy.dataset
    await newBrowser()
    const there = await newWindow()
    const { value } = await there.unpack(new File([packed!], '长治.zip'), 1)
    expect(value?.checksum).toBe(checksum)
    expect([template(there), await labels(there)]).toEqual(['会', ['长治.zip']])
    expect((await there.undo((await there.versions()).head!)).value?.name).not.toBe(value?.name)
  })

  it('is opened without an existing package, and stored for the next start', async () => {
    const first = await aWindow()
    const { value: packed } = await first.pack()
    const name = first.copy.dataset.name
    await newBrowser()
    const workspace = new Workspace()
    const address = new URL('https://office.example/missing/datapackage.json')
    expect((await workspace.open(address)).value).toBeNull()
    expect((await workspace.unpack(new File(['PK\u0003\u0004'], '坏.zip'), 1)).value).toBeNull()
    expect((await workspace.unpack(new File([packed!], '备份.zip'), 1)).value?.name).toBe(name)
    workspace.database.close()
    expect((await new Workspace().open(address)).value?.name).toBe(name)
  })

  it('that is broken changes nothing', async () => {
    const workspace = await aWindow()
    const { copy } = workspace
    expect((await workspace.unpack(new File(['PK\u0003\u0004'], '坏.zip'), 1)).value).toBeNull()
    expect(workspace.copy).toBe(copy)
    expect(await labels(workspace)).toEqual([])
  })
})

describe('the delivered package', () => {
  it('is opened from storage if its folder is unreachable, which is reported', async () => {
    const first = await aWindow()
    expect(await first.keepDelivered()).toBe(true)
    const { checksum } = first.copy.dataset
    vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
    const workspace = await aWindow()
    expect(workspace.copy.dataset.checksum).toBe(checksum)
    const opened = await workspace.openInForce()
    expect(codes(opened)[0]).toBe('kept-copy')
    // It can be edited, because its files are stored.
    expect(await made(workspace, '1')).toBeGreaterThan(0)
  })

  it('is read from storage once it is stored', async () => {
    const workspace = await aWindow()
    const { files } = workspace.copy
    await workspace.keepDelivered()
    expect(workspace.copy.files).not.toBe(files)
    expect((await workspace.pack()).value).not.toBeNull()
  })
})

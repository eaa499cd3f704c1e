import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = {
  roles: { 'dustfall-published': '降尘' },
  reason: '原因',
  rowNumber: '行号',
  problems: {},
  correction: '由{{from}}更正为{{to}}',
} as unknown as DeskWords
const NOW = Date.parse('2022-12-05')

let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

async function add(name: string, text: string): Promise<number> {
  const file = new File([text], name)
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return view!.id
}
const view = async (id: number) => (await desk.views([id]))[0]!.table!
const month = (value: string) => `2022年11月降尘\n区县,降尘量\n秦都区,${value}\n渭城区,6.1\n`
const figure = () => {
  const report = workspace.copy.opened.reports.find((each) => each.month === '2022-11')!
  return report.rows.find(({ county }) => county === '610402')!.figure
}

it('two files of an import that contradict each other wait until one is removed or said to count', async () => {
  const [first, second] = [await add('一.csv', month('5.1')), await add('二.csv', month('7.4'))]
  expect((await view(first)).blockers).toEqual([])
  const { blockers, clash } = await view(second)
  expect(blockers).toEqual(['clash'])
  expect(clash).toEqual({
    file: '一.csv',
    isImported: false,
    count: 1,
    rows: [{ key: '秦都区 · 2022-11', name: '', fields: [{ field: 'value', before: 5.1, after: 7.4 }] }],
  })
  const refused = await desk.takeOver([first, second], WORDS, NOW)
  expect(refused.problems).toEqual([{ code: 'item-waits', file: '二.csv' }])
  await desk.change(second, { overrules: true }, () => undefined)
  expect((await view(second)).blockers).toEqual([])
  expect((await desk.takeOver([first, second], WORDS, NOW)).problems).toEqual([])
  // 5.1 was never published, so that nothing was corrected.
  expect([figure().value, figure().publication]).toEqual([7.4, ''])
})

it('an implausibly large figure waits until it is said to be right, and so does another one after that', async () => {
  const id = await add('一.csv', month('682'))
  expect([(await view(id)).blockers, (await view(id)).doubt?.count]).toEqual([['large'], 1])
  expect((await desk.takeOver([id], WORDS, NOW)).problems).toEqual([{ code: 'item-waits', file: '一.csv' }])
  await desk.change(id, { confirmed: { large: 1 } }, () => undefined)
  expect((await view(id)).blockers).toEqual([])
  const edits = new Map([[4, ['渭城区', '610']]])
  expect((await desk.change(id, { edits }, () => undefined))!.table!.blockers).toEqual(['large'])
  await desk.change(id, { edits: new Map([[4, ['渭城区', '6.1']]]) }, () => undefined)
  expect((await desk.takeOver([id], WORDS, NOW)).problems).toEqual([])
  expect(figure().value).toBe(682)
})

it('a figure far above the others of a first month waits too, with what it was compared with', async () => {
  const others = '渭城区,6.1\n乾县,4.7\n兴平市,6.9\n武功县,6.4\n旬邑县,<0.3\n'
  const id = await add('一.csv', `2022年11月降尘\n区县,降尘量\n三原县,68.2\n${others}`)
  expect(await view(id)).toMatchObject({ blockers: ['large'], doubt: { count: 1 } })
  expect((await view(id)).doubt?.first).toMatchObject([
    { row: 3, code: 'value-above-others', seen: '68.2', expected: '6.1', unit: { name: '三原县', month: '2022-11' } },
  ])
  await desk.change(id, { confirmed: { large: 1 } }, () => undefined)
  expect((await desk.takeOver([id], WORDS, NOW)).problems).toEqual([])
  const next = await add('二.csv', '2022年12月降尘\n区县,降尘量\n渭城区,61\n乾县,<0.3\n')
  expect((await view(next)).doubt?.first).toMatchObject([{ code: 'value-risen', seen: '61', expected: '6.1' }])
  // Below the detection limit nothing fell.
  expect((await view(next)).groups.filter(({ code }) => code === 'value-jump')).toEqual([])
})

it('a wrong figure that was never given out is no correction if that is said, but a locked one always is', async () => {
  const take = async (value: string, neverGivenOut?: boolean) => {
    const id = await add('一.csv', month(value))
    const changes = (await view(id)).brings!.unlockedChanges
    if (neverGivenOut) await desk.change(id, { neverGivenOut }, () => undefined)
    expect((await desk.takeOver([id], WORDS, NOW)).problems).toEqual([])
    return [changes, figure().publication]
  }
  expect(await take('7.9')).toEqual([0, ''])
  expect(await take('6.9', true)).toEqual([1, ''])
  expect(await take('6.8')).toEqual([1, '2022-12-05由6.9更正为6.8：一.csv'])
  const figures = [{ county: '610402', value: 6.8, publication: '2022-12-05公布' }]
  await workspace.publish({ month: '2022-11', figures, title: '降尘', source: '局' }, '公布', 2)
  expect(await take('6.7', true)).toEqual([0, '2022-12-05公布；2022-12-05由6.8更正为6.7：一.csv'])
})

it('a figure is locked also where nothing but its points was kept with it', async () => {
  const id = await add('一.csv', month('6.8'))
  expect((await desk.takeOver([id], WORDS, NOW)).problems).toEqual([])
  const points = (['6.5', '7.1'] as const).map((value, i) => {
    const point = { point: `P${i}`, month: '2022-11', counted: true, belowDetection: false, sample: null } as const
    return { ...point, value, measured: value }
  })
  const figures = [{ county: '610402', value: 6.8, publication: '', points }]
  await workspace.publish({ month: '2022-11', figures, title: '降尘', source: '局' }, '公布', 2)
  const next = await add('二.csv', month('6.7'))
  expect((await view(next)).brings!.unlockedChanges).toBe(0)
  await desk.change(next, { neverGivenOut: true }, () => undefined)
  expect((await desk.takeOver([next], WORDS, NOW)).problems).toEqual([])
  expect(figure().publication).toBe('2022-12-05由6.8更正为6.7：二.csv')
})

describe('once the first of two files that contradict each other is imported', () => {
  it('the second still says what it changes, and waits until it is said to count', async () => {
    const [first, second] = [await add('一.csv', month('5.1')), await add('二.csv', month('7.4'))]
    expect((await desk.takeOver([first], WORDS, NOW)).problems).toEqual([])
    const reread = (await desk.change(second, {}, () => undefined))!.table!
    expect(reread.blockers).toEqual(['clash'])
    expect(reread.clash).toEqual({
      file: '一.csv',
      isImported: true,
      count: 1,
      rows: [{ key: '秦都区 · 2022-11', name: '', fields: [{ field: 'value', before: 5.1, after: 7.4 }] }],
    })
    expect((await desk.takeOver([second], WORDS, NOW)).problems).toEqual([{ code: 'item-waits', file: '二.csv' }])
    expect(figure().value).toBe(5.1)
    await desk.change(second, { overrules: true }, () => undefined)
    expect((await desk.takeOver([second], WORDS, NOW)).problems).toEqual([])
    expect(figure().value).toBe(7.4)
  })

  it('so does a file that was dropped before it', async () => {
    const [first, second] = [await add('一.csv', month('5.1')), await add('二.csv', month('7.4'))]
    await desk.change(second, { overrules: true }, () => undefined)
    expect((await desk.takeOver([second], WORDS, NOW)).problems).toEqual([])
    expect((await view(first)).clash).toMatchObject({ file: '二.csv', isImported: true })
  })

  it('points to which the import gave codes are still the same', async () => {
    const samples = (value: string) => `点位名称,县区,月份,降尘量\n甲甲,秦都区,2026-01,${value}\n`
    const [first, second] = [await add('一.csv', samples('3.0')), await add('二.csv', samples('4.0'))]
    expect((await desk.takeOver([first], WORDS, NOW)).value).not.toBeNull()
    expect((await desk.change(second, {}, () => undefined))!.table!.blockers).toEqual(['clash'])
  })

  it('months of points still contradict what was imported', async () => {
    const head = '2022年11月降尘\n区县,点位,降尘量,备注\n'
    // 0.1767 g within 30 days below a mouth of 15 cm are 10.0.
    const weighing = '区县,点位,瓷坩埚质量,瓷坩埚加降尘质量,空白值,缸口内径,采样天数\n秦都区,点1,50,50.1767,0,15,30\n'
    const first = await add('一.csv', `${head}秦都区,点1,7.12,\n秦都区,点2,6.1,\n`)
    const others = [
      await add('二.csv', `${head}秦都区,点1,,缸破损\n`),
      await add('三.csv', `2022年11月降尘\n${weighing}`),
    ]
    expect((await desk.takeOver([first], WORDS, NOW)).problems).toEqual([])
    const clashes = []
    for (const id of others) {
      const { table } = (await desk.change(id, {}, () => undefined))!
      clashes.push(table!.clash?.isImported && table!.clash.rows.map(({ fields }) => fields))
      desk.remove(id)
    }
    expect(clashes).toEqual([
      [[{ field: 'valid', before: true, after: false }]],
      [[{ field: 'given', before: 7.1, after: 10 }]],
    ])
  })

  it('the second is not counted among those that are imported with a third', async () => {
    const list = (...rows: string[]) => `编号,堆场名称,区县,经度,纬度,面积\n${rows.join('\n')}\n`
    const addList = async (name: string, ...rows: string[]) => {
      const id = await add(name, list(...rows))
      await desk.change(id, { role: 'stockpile', datum: 'wgs84' }, () => undefined)
      return id
    }
    const first = await addList('一.csv', 'A1,甲,秦都区,108.7,34.34,900', 'A2,乙,秦都区,108.71,34.34,700')
    const second = await addList('二.csv', 'A1,甲,秦都区,108.7,34.34,800')
    const third = await addList('三.csv', 'A3,丙,秦都区,108.72,34.34,600')
    expect((await desk.takeOver([first], WORDS, NOW)).problems).toEqual([])
    expect((await view(second)).blockers).toEqual(['clash'])
    await desk.change(third, { gone: 'remove', goneAmong: [third] }, () => undefined)
    const { together, gone, difference } = await view(third)
    expect([together, gone, difference!.gone]).toEqual([[third], 'remove', 2])
  })

  it('the second can still be imported if the first is moved away', async () => {
    const file = new File([month('5.1')], '一.csv')
    const [first] = (await desk.add(file, file.size, () => undefined))!
    const second = await add('二.csv', month('7.4'))
    expect((await desk.takeOver([first!.id], WORDS, NOW)).problems).toEqual([])
    const gone = () => {
      throw new DOMException('gone', 'NotFoundError')
    }
    Object.assign(file, { slice: gone, stream: gone, arrayBuffer: gone, text: gone })
    expect((await view(second)).clash).toMatchObject({ file: '一.csv', isImported: true })
    await desk.change(second, { overrules: true }, () => undefined)
    expect((await desk.takeOver([second], WORDS, NOW)).problems).toEqual([])
    expect(figure().value).toBe(7.4)
  })

  it('nothing is left to say if that is undone, or of a file that comes later', async () => {
    const [first, second] = [await add('一.csv', month('5.1')), await add('二.csv', month('7.4'))]
    const { version } = await desk.takeOver([first], WORDS, NOW)
    expect((await view(await add('三.csv', month('7.4')))).clash).toBeNull()
    expect((await view(second)).clash).not.toBeNull()
    await workspace.undo(version!)
    expect((await view(second)).clash).toBeNull()
  })
})

it('a correction is noted against what was stored before the import', async () => {
  expect((await desk.takeOver([await add('零.csv', month('4.0'))], WORDS, NOW)).problems).toEqual([])
  const [first, second] = [await add('一.csv', month('5.1')), await add('二.csv', month('7.4'))]
  await desk.change(second, { overrules: true }, () => undefined)
  expect((await desk.takeOver([first, second], WORDS, NOW)).problems).toEqual([])
  expect(figure().publication).toContain('4')
  expect(figure().publication).not.toContain('5.1')
})

it('a correction names the file that made it, also of several that are imported together', async () => {
  const table = (...rows: string[]) => `2022年11月降尘\n区县,降尘量\n${rows.join('\n')}\n`
  const zero = await add('零.csv', table('秦都区,4.0', '渭城区,6.1'))
  expect((await desk.takeOver([zero], WORDS, NOW)).problems).toEqual([])
  const files = [await add('一.csv', table('渭城区,6.5')), await add('二.csv', table('秦都区,5.5'))]
  expect((await desk.takeOver(files, WORDS, NOW)).problems).toEqual([])
  expect(figure().publication).toContain('二.csv')
  expect(figure().publication).not.toContain('一.csv')
})

it('a file with an open question of its own contradicts none yet', async () => {
  const first = await add('一.csv', month('5.1').replace('2022年11月', ''))
  const second = await add('二.csv', month('7.4'))
  expect([(await view(first)).blockers, (await view(second)).blockers]).toEqual([['month'], []])
  await desk.change(first, { month: '2022-11' }, () => undefined)
  expect((await view(second)).blockers).toEqual(['clash'])
})

it('files with the same figures, or of different things, do not wait', async () => {
  await add('一.csv', month('5.1'))
  expect((await view(await add('二.csv', month('5.1')))).clash).toBeNull()
  expect((await view(await add('三.csv', month('9.9').replace('11月', '10月')))).clash).toBeNull()
})

it('lists clash in what both state of a code, not in blank cells', async () => {
  const list = (...rows: string[]) => `编号,堆场名称,区县,经度,纬度,面积\n${rows.join('\n')}\n`
  const choice = { role: 'stockpile', datum: 'wgs84' } as const
  const first = await add('一.csv', list('A1,甲,秦都区,108.7,34.34,900', 'A2,乙,秦都区,108.7,34.34,900'))
  const second = await add('二.csv', list('A1,甲,秦都区,108.7,34.34,', 'A2,乙,秦都区,108.7,34.34,800'))
  for (const id of [first, second]) await desk.change(id, choice, () => undefined)
  const { clash } = await view(second)
  expect(clash!.rows.map(({ key, fields }) => [key, fields.map(({ field }) => field)])).toEqual([
    ['A2', ['areaSquareMetres']],
  ])
})

it('a month without a valid value clashes with one that has a value, and a weighing with another figure', async () => {
  const head = '2022年11月降尘\n区县,点位,降尘量,备注\n'
  await add('一.csv', `${head}秦都区,点1,7.1,\n秦都区,点2,6.1,\n`)
  const second = await add('二.csv', `${head}秦都区,点1,,缸破损\n秦都区,点2,6.1,\n`)
  const fields = async (id: number) => (await view(id)).clash?.rows.map((each) => [each.key, each.fields])
  expect(await fields(second)).toEqual([['610402-点1 · 2022-11', [{ field: 'valid', before: true, after: false }]]])
  desk.remove(second)
  // 0.1767 g within 30 days below a mouth of 15 cm are 10.0.
  const weighed = (grams: number) =>
    `2022年11月降尘\n区县,点位,瓷坩埚质量,瓷坩埚加降尘质量,空白值,缸口内径,采样天数\n秦都区,点1,50,${50 + grams},0,15,30\n`
  const other = await add('三.csv', weighed(0.1767))
  expect(await fields(other)).toEqual([['610402-点1 · 2022-11', [{ field: 'given', before: 7.1, after: 10 }]]])
  desk.remove(other)
  expect(await fields(await add('四.csv', weighed(0.1255)))).toBeUndefined()
})

it('a county that was not measured clashes with its figure, in either order', async () => {
  const table = (...rows: string[]) => `2022年11月降尘\n区县,降尘量,备注\n${rows.join('\n')}\n`
  const figures = table('秦都区,5.1,', '渭城区,6.1,')
  const none = table('秦都区,停测,设备检修停测', '兴平市,6.3,')
  const first = await add('一.csv', figures)
  const second = await add('二.csv', none)
  expect((await view(second)).clash?.rows.map(({ fields }) => fields)).toEqual([
    [{ field: 'value', before: 5.1, after: null }],
  ])
  expect((await desk.takeOver([first, second], WORDS, NOW)).problems).toEqual([{ code: 'item-waits', file: '二.csv' }])
  const third = await add('三.csv', figures)
  desk.remove(first)
  expect((await view(third)).clash?.rows.map(({ fields }) => fields)).toEqual([
    [{ field: 'value', before: null, after: 5.1 }],
  ])
})

it('values of points in columns clash as well', async () => {
  const table = (value: string) => `2022年11月降尘\n区县,点1,点2\n秦都区,${value},5.5\n渭城区,6.1,5.6\n`
  await add('一.csv', table('7.1'))
  const { dustfall, clash } = await view(await add('二.csv', table('7.9')))
  expect([dustfall.form, clash?.rows.map(({ fields }) => fields)]).toEqual([
    'points',
    [[{ field: 'given', before: 7.1, after: 7.9 }]],
  ])
})

it('a thing clashes at another place, not at one taken elsewhere on its ground', async () => {
  const list = (lon: string) => `编号,堆场名称,区县,经度,纬度\nA1,甲,秦都区,${lon},34.34\n`
  const add84 = async (name: string, lon: string) => {
    const id = await add(name, list(lon))
    await desk.change(id, { role: 'stockpile', datum: 'wgs84' }, () => undefined)
    return id
  }
  await add84('一.csv', '108.7')
  expect((await view(await add84('二.csv', '108.7005'))).clash).toBeNull()
  const { clash } = await view(await add84('三.csv', '108.71'))
  expect(clash!.rows[0]!.fields.map(({ field, after }) => [field, after])).toEqual([
    ['lon', 108.71],
    ['lat', 34.34],
  ])
})

it('lists without codes are of different things', async () => {
  const list = (...rows: string[]) => `堆场名称,区县,经度,纬度,面积\n${rows.join('\n')}\n`
  const choice = { role: 'stockpile', datum: 'wgs84' } as const
  const first = await add('一.csv', list('甲,秦都区,108.7,34.34,900'))
  const second = await add('二.csv', list('乙,秦都区,108.71,34.35,800'))
  for (const id of [first, second]) await desk.change(id, choice, () => undefined)
  expect((await view(second)).clash).toBeNull()
  expect((await desk.takeOver([first, second], WORDS, NOW)).problems).toEqual([])
  const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  expect(table.length).toBe(2)
  const { sources } = workspace.copy.descriptor.resources.find(({ chentu }) => chentu.role === 'stockpile')!
  expect(sources).toEqual([{ title: '一.csv' }, { title: '二.csv' }])
})

import { describe, expect, it } from 'vitest'
import { textAt, valueAt } from '@/domain/table/column'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import { columnFacts } from '@/questions/table/column-facts'
import { mergeFiles, otherFiles } from '@/workspace/import/merge-files'
import { existingTables } from '@/workspace/package-draft'
import { Desk } from '../../fixtures/desk'
import { twoKinds } from '../../fixtures/two-kinds'
import { emptyPackage, Office } from '../intake/office'

const open = () => Office.open(twoKinds({ graded: true }), '2022-12-01')

describe('surveys in two files', () => {
  it('are corrected in their own file, and new ones are added to the first', async () => {
    const office = await open()
    const text = '渠道编号,巡测日期,浊度(NTU)\nQD-02,2022-10-11,88\nQD-02,2022-11-20,7\n'
    const item = await office.read('渠道巡测.csv', text, { role: 'canal-surveys', dataClass: 'illustrative' })
    const there = {
      opened: office.opened,
      descriptor: (await readDescriptor(heldFiles(office.files), DESCRIPTOR)).value!,
      files: heldFiles(office.files),
    }
    const [first] = await existingTables('canal-surveys', there)
    const others = await otherFiles(item.recognised.plan.target, 'canal-surveys', there)
    expect(mergeFiles(item, first!, others).difference).toMatchObject({ added: 1, changed: 1 })
    await office.takeOver(item)
    const desk = new Desk(office.opened)
    desk.judge('2022-10-31')
    expect(desk.record('canal', 'QD-02').values.turbidity).toBe(88)
    desk.judge('2022-11-30')
    expect(desk.record('canal', 'QD-02').values.turbidity).toBe(7)
    expect((await office.text('canal-surveys-10.csv')).match(/QD-02/g)).toHaveLength(1)
    expect(await office.text('canal-surveys-9.csv')).toContain('QD-02,2022-11-20,7')
  })
})

describe('a list in two files', () => {
  /** The restaurants with odd codes in a second file, one of them with a name set by hand there. */
  async function split() {
    const files = twoKinds()
    const lines = (await files.get('restaurant.csv')!.text()).trimEnd().split('\n')
    const isSecond = (line: string) => /^CY-0\d[13579],/.test(line)
    const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text())
    const byHand = (code: string) => ({ [code]: { name: '原名' } })
    const own = descriptor.resources.find(({ path }: { path: string }) => path === 'restaurant.csv')
    descriptor.resources.push({
      ...own,
      name: 'more',
      path: 'more.csv',
      chentu: { ...own.chentu, byHand: byHand('CY-005') },
    })
    own.chentu.byHand = byHand('CY-002')
    files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
    files.set('restaurant.csv', new Blob([lines.filter((line) => !isSecond(line)).join('\n')]))
    files.set('more.csv', new Blob([[lines[0], ...lines.filter(isSecond)].join('\n')]))
    return Office.open(files, '2022-11-01')
  }

  it('keeps values set by hand in each of them', async () => {
    const { opened } = await split()
    expect([...opened.pack.byHand.get('restaurant')!.keys()].sort()).toEqual(['CY-002', 'CY-005'])
  })

  it('keeps each row of an import in its file, even if only its name is known', async () => {
    const office = await split()
    const count = () => new Desk(office.opened).show({ kinds: ['restaurant'] }).total
    const before = count()
    const of = (code: string) => {
      const { values } = new Desk(office.opened).record('restaurant', code)
      return values
    }
    const text = `编号,单位名称,餐位数\nCY-005,,77\n,${of('CY-007').name},78\nCY-900,新店,79\n`
    const item = await office.read('餐饮.csv', text, { role: 'restaurant', dataClass: 'illustrative', gone: 'keep' })
    expect(textAt(item.taken.table, 'code', 1)).toBe('CY-007')
    await office.takeOver(item)
    expect(count()).toBe(before + 1)
    expect([of('CY-005').seats, of('CY-007').seats, of('CY-900').seats]).toEqual([77, 78, 79])
    const more = office.opened.inventory.kinds.find(({ file }) => file === 'more.csv')!.table
    const row = Array.from({ length: more.length }, (_, each) => textAt(more, 'code', each)).indexOf('CY-005')
    expect(valueAt(more, 'seats', row)).toBe(77)
  })
})

describe('published figures in two files', () => {
  async function office(again = '') {
    const files = emptyPackage()
    const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text())
    for (const [name, row] of [
      ['first', `秦都区,2022-09,5.0\n${again}`],
      ['second', '秦都区,2022-10,6.0'],
    ] as const) {
      const chentu = { role: 'dustfall-published', class: 'real' }
      const licenses = [{ name: 'CC-BY-4.0' }]
      descriptor.resources.push({ name, path: `${name}.csv`, sources: [{ title: name }], licenses, chentu })
      files.set(`${name}.csv`, new Blob([`区县,月份,降尘量\n${row}\n`]))
    }
    files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
    const opened = await Office.open(files, '2022-12-05')
    opened.correction = (from, to) => `由${from}更正为${to}`
    return opened
  }
  const HEAD = '区县,月份,降尘量\n'

  it('are noted as corrected in whatever order the files of an import come', async () => {
    for (const months of [
      ['2022-10,6.6', '2022-11,7.7'],
      ['2022-11,7.7', '2022-10,6.6'],
    ]) {
      const own = await office()
      await own.takeOver(...(await Promise.all(months.map((row) => own.read(`${row}.csv`, `${HEAD}秦都区,${row}\n`)))))
      expect(await own.text('second.csv')).toContain('秦都区,2022-10,6.6,由6更正为6.6')
      expect(await own.text('first.csv')).not.toContain('更正为')
    }
  })

  it('are not corrected where a table has two rows of a month that no file gives', async () => {
    const own = await office('秦都区,2022-09,5.5')
    await own.takeOver(await own.read('十月.csv', `${HEAD}秦都区,2022-10,6.6\n渭城区,2022-11,4.0\n`))
    const text = await own.text('first.csv')
    expect(text).toContain('秦都区,2022-09,5\n秦都区,2022-09,5.5')
    expect(text).not.toContain('更正为')
    expect(await own.text('second.csv')).toContain('秦都区,2022-10,6.6,由6更正为6.6')
  })

  it('are corrected where a table has two rows of the month, of which the last counted', async () => {
    const own = await office('秦都区,2022-09,5.5')
    await own.takeOver(await own.read('九月.csv', `${HEAD}秦都区,2022-09,7.2\n`))
    expect(own.ranking('2022-09')).toContainEqual([1, '610402', 7.2])
    expect((await own.text('first.csv')).match(/2022-09/g)).toHaveLength(1)
    expect(await own.text('first.csv')).toContain('由5.5更正为7.2')
  })

  it('keep their licence and their publisher, however many files are added', async () => {
    const own = await office()
    const months = Array.from(
      { length: 13 },
      (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    )
    for (const month of months) await own.takeOver(await own.read(`${month}.csv`, `${HEAD}秦都区,${month},6.6\n`))
    const { resources } = JSON.parse(await own.text(DESCRIPTOR))
    const { sources, licenses } = resources.find(({ path }: { path: string }) => path === 'first.csv')
    expect(licenses).toEqual([{ name: 'CC-BY-4.0' }])
    expect(sources).toEqual([{ title: 'first' }, ...months.slice(1).map((month) => ({ title: `${month}.csv` }))])
  })

  it('name a file as the source of those tables only to which it gave rows', async () => {
    const own = await office()
    await own.takeOver(await own.read('十月.csv', `${HEAD}秦都区,2022-10,6.6\n`))
    const { resources } = JSON.parse(await own.text(DESCRIPTOR))
    const sources = (path: string) => resources.find((each: { path: string }) => each.path === path).sources
    expect([sources('first.csv'), sources('second.csv')]).toEqual([
      [{ title: 'first' }],
      [{ title: 'second' }, { title: '十月.csv' }],
    ])
  })
})

it('the grade of a list in two files is filtered as it is displayed, whatever the field’s name', async () => {
  const files = twoKinds({ graded: true })
  const [header, ...lines] = (await files.get('car-wash.csv')!.text()).trimEnd().split('\n')
  const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text())
  const own = descriptor.resources.find(({ path }: { path: string }) => path === 'car-wash.csv')
  descriptor.resources.push({ ...own, name: 'more', path: 'more.csv' })
  files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
  files.set('car-wash.csv', new Blob([[header, ...lines.slice(0, 3)].join('\n')]))
  files.set('more.csv', new Blob([[header, ...lines.slice(3)].join('\n')]))
  const desk = new Desk((await Office.open(files, '2022-11-01')).opened)
  const kinds = ['car-wash']
  desk.show({ kinds })
  const facts = columnFacts(desk.table({ kind: 'car-wash', sort: [], group: null }), 'grade')
  if (facts.type !== 'text') throw new Error('no text')
  expect(facts.common.length).toBeGreaterThan(1)
  for (const [grade, count] of facts.common)
    expect(desk.show({ kinds, columns: [{ column: 'grade', oneOf: [grade] }] }).total, grade).toBe(count)
})

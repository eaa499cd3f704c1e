import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemTable } from '@/workspace/import/item-view'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: {}, reason: '原因', rowNumber: '行号', problems: {} } as unknown as DeskWords
let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

async function add(text: string): Promise<{ id: number; table: ItemTable }> {
  const file = new File([text], '降尘.csv')
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return { id: view!.id, table: view!.table! }
}
/** A table of counties for a month, with the same numbers under each heading: 1.5, 2.5, … */
const counties = (headings: string, month = '2022年11月') => {
  const cells = headings.split(',').slice(1)
  const rows = ['秦都区', '渭城区'].map((county) => [county, ...cells.map((_, i) => `${i + 1}.5`)].join())
  return `${month}降尘\n${headings}\n${rows.join('\n')}\n`
}
const valueHeading = ({ header, columns }: ItemTable) => header.names[columns.value ?? -1]

describe('a table of dustfall', () => {
  it('without a column of figures waits, so that its remarks void no months', async () => {
    const head = '2022年11月降尘监测结果\n点位名称,县区'
    for (const heading of ['累计均值', '本月采样天数', '数据质量']) {
      const { table } = await add(`${head},${heading},备注\n甲,秦都区,5.1,缸破损\n乙,渭城区,6.1,停电\n`)
      expect([heading, table.role, table.blockers]).toEqual([heading, 'dustfall-samples', ['figure']])
    }
    for (const heading of [
      '降尘量（限值9）',
      '降尘量（标准限值7.0t/km²·月）',
      '降尘监测结果（年度考核）',
      '瓷坩埚质量',
    ]) {
      const { table } = await add(`${head},${heading},备注\n甲,秦都区,5.1,\n乙,渭城区,6.1,\n`)
      expect([heading, table.blockers.includes('figure')]).toEqual([heading, false])
    }
  })

  it('that lists months that do not count needs no figures', async () => {
    const of = async (headings: string, row: string) =>
      (await add(`2022年11月降尘监测结果\n点位名称,县区,${headings}\n甲,秦都区,${row}\n`)).table.blockers
    expect(await of('有效,原因', '否,停电')).toEqual([])
    expect(await of('无效原因', '停电')).toEqual([])
    expect(await of('有效,原因', ',停电')).toEqual(['figure'])
    expect(await of('备注', '停电')).toEqual(['figure'])
  })

  it('with several columns of one month waits until the file says which one is dustfall', async () => {
    const of = async (first: string, second: string) =>
      (
        await add(
          `2022年降尘\n区县,${first},,${second},\n,10月,11月,10月,11月\n秦都区,5.1,6.1,3.2,4.4\n渭城区,5.2,6.2,3.3,4.5\n`,
        )
      ).table.blockers
    expect(await of('甲组', '乙组')).toEqual(['columns'])
    expect(await of('降尘量', '乙组')).toEqual([])
  })
})

describe('columns stored by earlier versions, which stored all that they recognised,', () => {
  const store = (headings: string, columns: Record<string, number>) =>
    workspace.database.mappings.put({
      fingerprint: fingerprintOf(headings.split(',')),
      choice: { role: 'dustfall-published', columns: { county: 0, ...columns }, position: null },
    })

  it.each([
    ['区县,平均值,本月', 1, '本月'],
    ['区县,年均值,监测值', 1, '监测值'],
    ['区县,降尘均值,当月值', 1, '当月值'],
    ['区县,累计均值,当月,去年同期', 1, '当月'],
    ['区县,本月PM10,降尘量', 1, '降尘量'],
    ['区县,降尘量,本月整改', 2, '降尘量'],
    ['区县,10月,11月值', 1, '11月值'],
  ])('are not the month’s figure again if they are another: %s', async (headings, column, right) => {
    await store(headings, { value: column })
    const { table } = await add(counties(headings))
    expect([table.remembered, valueHeading(table), table.blockers]).toEqual([true, right, []])
  })

  it('leave a table without a figure if no other column has one', async () => {
    await store('区县,累计均值', { value: 1 })
    const { table } = await add(counties('区县,累计均值'))
    expect([valueHeading(table), table.blockers]).toEqual([undefined, ['figure']])
  })

  it('are used if the table has no better one', async () => {
    for (const headings of ['区县,某某值,备注', '区县,均值,备注']) {
      await store(headings, { value: 1 })
      const { table } = await add(counties(headings))
      expect([valueHeading(table), table.blockers]).toEqual([headings.split(',')[1], []])
    }
    await store('区县,降尘量,监测值', { value: 2 })
    expect(valueHeading((await add(counties('区县,降尘量,监测值'))).table)).toBe('监测值')
  })
})

describe('the columns of a file', () => {
  const take = async (id: number, choice: object = {}) => {
    await desk.change(id, { month: '2022-11', ...choice }, () => undefined)
    const { problems } = await desk.takeOver([id], WORDS, 1)
    expect(problems.filter(({ code }) => code === 'item-waits')).toEqual([])
  }
  const stored = async () => (await workspace.database.mappings.toArray()).map(({ choice }) => choice)

  it('are not stored if nobody chose them', async () => {
    await take((await add(counties('区县,降尘量,累计'))).id)
    expect(await stored()).toEqual([expect.not.objectContaining({ columns: { county: 0, value: 1 } })])
    const next = (await add(counties('区县,降尘量,累计', '2022年12月'))).table
    expect([next.remembered, valueHeading(next)]).toEqual([true, '降尘量'])
  })

  it('that a person chose are used again, whatever else the table has', async () => {
    for (const [headings, column] of [
      ['区县,降尘量,均值', 2],
      ['区县,降尘量,本年值', 2],
      ['区县,降尘量,季均值', 2],
    ] as const) {
      await take((await add(counties(headings))).id, { columns: { value: column } })
      const next = (await add(counties(headings, '2022年12月'))).table
      expect([headings, valueHeading(next)]).toEqual([headings, headings.split(',')[column]])
    }
  })

  it('that a person chose are not used again if their heading has another month or year now', async () => {
    await take((await add(counties('区县,2021年降尘量,2022年降尘量'))).id, { columns: { value: 2 } })
    const next = (await add(counties('区县,2023年降尘量,2022年降尘量', '2023年1月'))).table
    expect([next.remembered, valueHeading(next)]).toEqual([true, '2023年降尘量'])
  })

  it('that a person left without a field stay without it', async () => {
    await take((await add(counties('区县,降尘量,排名'))).id, { columns: { rank: null } })
    expect((await add(counties('区县,降尘量,排名', '2022年12月'))).table.columns).not.toHaveProperty('rank')
  })
})

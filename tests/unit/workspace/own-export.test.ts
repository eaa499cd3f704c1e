import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { workedOutColumns } from '@/domain/intake/recognise/own-export'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh-CN'
import { exportTable } from '@/io/export/export'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import { evaluateRules } from '@/questions/evaluated-package'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWhat, ExportWords } from '@/questions/exports/export-words'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const LEDGER = `工地编号,工地名称,区县,经度,纬度,坐标系,围挡,湿法作业,检查日期,问题发现日期,整改期限,备注
XY-1,人民路工地,秦都区,108.70,34.33,WGS84,是,否,2022-10-08,2022-10-08,2022-10-20,大风
XY-2,渭阳路工地,渭城区,108.72,34.35,WGS84,是,是,2022-10-09,,,
XY-3,咸平路工地,西咸新区沣西新城,108.69,34.32,WGS84,否,是,11月3日,2022年13月5日,尽快整改,
`
const TEXTS = { 'zh-CN': zh, en } as const
type Language = keyof typeof TEXTS

let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

/** What the page gives an export. */
function wordsIn(language: Language): ExportWords {
  const { data, status, dataClass, measured } = TEXTS[language] as unknown as {
    readonly [room: string]: Record<string, string>
  } & {
    readonly data: {
      readonly export: ExportWords['headings'] & Pick<ExportWords, 'tracks'> & { readonly judged: string }
    }
  }
  const [code, name, lon, lat] =
    language === 'en'
      ? ['Code', 'Name', 'Longitude (WGS-84)', 'Latitude (WGS-84)']
      : ['编号', '名称', '经度 (WGS-84)', '纬度 (WGS-84)']
  return {
    title: 't',
    headings: { ...data.export, code, name, lon, lat },
    tracks: data.export.tracks,
    madeCode: (data.export as unknown as { readonly madeCode: string }).madeCode,
    judged: Object.fromEntries(
      (['status', 'overdue'] as const).map((each) => [
        data.export[each],
        data.export.judged.replace('{{name}}', data.export[each]),
      ]),
    ),
    toVerify: measured?.ofRequirement,
    kinds: {},
    statuses: status,
    classes: dataClass,
  } as unknown as ExportWords
}

/** The construction sites, as the page exports them. */
function exported(language: Language, what: ExportWhat) {
  const { opened } = workspace.copy
  const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
  const filters = { ...NO_FILTERS, kinds: ['construction-site'] }
  const filtered = filterSources(evaluateRules(opened, '2022-10-31'), members, filters)
  return (what === 'sources' ? exportSources : exportFindings)(filtered, language, wordsIn(language))
}

async function add(name: string, content: BlobPart) {
  const file = new File([content], name)
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return view!
}

const take = async (id: number) =>
  expect((await desk.takeOver([id], { roles: {} } as never, 1)).problems.map(({ code }) => code)).not.toContain(
    'item-waits',
  )

it.each([
  ['zh-CN', 'xlsx'],
  ['en', 'csv'],
] as const)('an export in %s that is imported again changes nothing, and has each column once', async (...as) => {
  const [language, format] = as
  await take((await add('台账.csv', LEDGER)).id)
  const first = exported(language, 'sources')
  const view = await add(`建筑工地.${format}`, await exportTable(first, format, 'wgs84'))
  expect(view.table).toMatchObject({ role: 'construction-site', difference: { added: 0, changed: 0, same: 3 } })
  expect(view.table!.columns).not.toHaveProperty('stage')
  await take(view.id)
  const second = exported(language, 'sources')
  expect(second.headings).toEqual(first.headings)
  expect(second.rows).toEqual(first.rows)
})

it.each(['zh-CN', 'en'] as const)(
  'codes that no office gave are marked in an export in %s, and known again',
  async (language) => {
    const uncoded = LEDGER.replace('XY-2,', ',')
    await take((await add('台账.csv', uncoded)).id)
    const first = exported(language, 'sources')
    const { codeBy } = wordsIn(language).headings
    const column = first.headings.indexOf(codeBy)
    const marks = new Map(first.rows.map((row) => [row[0], row[column]]))
    expect(marks).toEqual(
      new Map([
        ['XY-1', null],
        ['XY-3', null],
        ['Z1-0001-CT', language === 'en' ? 'Chentu' : '系统编号'],
      ]),
    )
    const findings = exported(language, 'findings')
    expect(findings.headings).toContain(codeBy)
    const view = await add('建筑工地.csv', await exportTable(first, 'csv', 'wgs84'))
    expect(view.table).toMatchObject({ role: 'construction-site', difference: { added: 0, changed: 0, same: 3 } })
    await take(view.id)
    expect(exported(language, 'sources').rows).toEqual(first.rows)
  },
)

it('an export in which offices gave all codes has no column about them', async () => {
  await take((await add('台账.csv', LEDGER)).id)
  expect(exported('zh-CN', 'sources').headings).not.toContain(wordsIn('zh-CN').headings.codeBy)
})

it('a list of findings brings no column into the sources either', async () => {
  await take((await add('台账.csv', LEDGER)).id)
  const first = exported('zh-CN', 'sources')
  const blob = await exportTable(exported('zh-CN', 'findings'), 'csv', 'wgs84')
  const view = await add('建筑工地-问题清单.csv', blob)
  expect(view.table).toMatchObject({ role: 'construction-site', difference: { added: 0 } })
  await take(view.id)
  expect(exported('zh-CN', 'sources').headings).toEqual(first.headings)
})

it.each(['zh-CN', 'en'] as const)('the columns that an export in %s adds are known by their headings', (language) => {
  const { headings: h, tracks: t } = wordsIn(language)
  const tracks = [t.days, t.hauls, t.byDay, t.trucks, t.role]
  const sources = [h.status, h.overdue, h.rule, h.since, h.due, h.lead, h.class, h.codeBy, ...tracks]
  expect([...workedOutColumns([h.code, ...sources])].sort((a, b) => a - b)).toEqual(sources.map((_, i) => i + 1))
  const findings = [h.clause, h.rule, h.status, h.since, h.due, h.overdue, h.lead, h.class, h.codeBy, ...tracks]
  expect(workedOutColumns([h.kind, h.code, h.name, h.county, ...findings]).size).toBe(findings.length + 1)
  expect(workedOutColumns([h.kind, h.code, h.name, h.county, ...sources]).size).toBe(sources.length + 1)
})

it("columns of an office are its own: a few of these headings, and those before an export's", () => {
  expect(workedOutColumns(['编号', '名称', '状态', '要求', '期限', '牵头部门'])).toEqual(new Set())
  const ledger = ['编号', '名称', '状态', '逾期天数', '要求', '起始日期', '期限', '牵头部门']
  expect(workedOutColumns(ledger)).toEqual(new Set())
  const own = [
    '编号',
    '名称',
    '期限',
    '牵头部门',
    '状态',
    '逾期天数',
    '要求',
    '起始日期',
    '期限 2',
    '牵头部门 2',
    '数据类别',
  ]
  expect([...workedOutColumns(own)].sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8, 9, 10])
})

it.each(['zh-CN', 'en'] as const)(
  'an export in %s names what the app worked out unlike the same columns of the data',
  async (language) => {
    const ledger = LEDGER.replaceAll(/^(.+)$/gm, '$1,在建').replace(
      '备注,在建',
      `备注,${TEXTS[language].data.export.status}`,
    )
    await take((await add('台账.csv', ledger)).id)
    const first = exported(language, 'sources')
    const named = first.headings.filter((heading) => /状态|Status/.test(heading))
    expect(named).toEqual(language === 'en' ? ['Status', 'Status (assessed by Chentu)'] : ['状态', '状态（尘图判定）'])
    const view = await add('建筑工地.csv', await exportTable(first, 'csv', 'wgs84'))
    expect(view.table).toMatchObject({ difference: { added: 0, changed: 0, same: 3 } })
  },
)

it('columns of an export that an earlier version stored leave with the next import, and an office’s own stay', async () => {
  const lines = LEDGER.trim().split('\n')
  const beside = (from: number, [head, cells]: readonly [string, string]) =>
    lines.map((line, i) => `${line.split(',').slice(from, 12).join(',')},${i === 0 ? head : cells}`).join('\n')
  await take((await add('台账.csv', beside(0, ['状态,逾期天数,要求,起始日期', '逾期,12,围挡,2022-10-08']))).id)
  // Apart, these are an office's; together they are what an earlier version made of an export.
  const rest = lines.map((line, i) => {
    const place = line.split(',').slice(0, 6).join(',')
    return `${place},${i === 0 ? '期限,牵头部门,数据类别' : '2022-10-20,市住建局,实测数据'}`
  })
  const stored = () => {
    const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!
    return Object.keys(table.columns).filter((name) => name.startsWith('+') && !name.endsWith('（原文）'))
  }
  await take((await add('台账2.csv', rest.join('\n'))).id)
  const frozen = ['+状态', '+逾期天数', '+要求', '+起始日期', '+期限', '+牵头部门', '+数据类别']
  expect(stored()).toEqual(['+备注', ...frozen])
  const view = await add('建筑工地.csv', await exportTable(exported('zh-CN', 'sources'), 'csv', 'wgs84'))
  expect(view.table).toMatchObject({ frozen, difference: { added: 0, changed: 0, same: 3 } })
  await take(view.id)
  expect(stored()).toEqual(['+备注'])
  expect(exported('zh-CN', 'sources').headings.filter((heading) => /状态|期限/.test(heading))).toEqual([
    '整改期限',
    '整改期限（原文）',
    '状态',
    '期限',
  ])
})

it('numbers below a heading that says percent stay where they are kept when an export is imported again', async () => {
  const [head, ...rows] = LEDGER.trim()
    .split('\n')
    .map((line) => line.split(','))
  const numbers = ['100', '85', '0']
  const percent = [head!.with(6, '围挡（%）'), ...rows.map((cells, i) => cells.with(6, numbers[i]!))]
  await take((await add('台账.csv', percent.map((cells) => cells.join(',')).join('\n'))).id)
  const first = exported('zh-CN', 'sources')
  const column = first.headings.indexOf('围挡（原文）')
  expect(first.rows.map((cells) => cells[column])).toEqual(numbers)
  const view = await add('建筑工地.csv', await exportTable(first, 'csv', 'wgs84'))
  expect(view.table!.difference).toMatchObject({ added: 0, changed: 0, same: 3, addedColumns: [] })
  await take(view.id)
  expect(exported('zh-CN', 'sources')).toMatchObject({ headings: first.headings, rows: first.rows })
})

import { unzipSync } from 'fflate'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillTemplate } from '@/domain/bulletin/template'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { madeUpNote } from '@/features/meeting/bulletin'
import { overdueClauses } from '@/features/meeting/department-demands'
import type { MonthPaper } from '@/features/meeting/kinds-of-papers'
import { papersOf } from '@/features/meeting/papers'
import { startI18n } from '@/i18n'
import { NOTHING_PREPARED } from '@/io/package/descriptor'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { officialDocument } from '@/io/papers/official-document'
import { type MeetingPapers, printedRows } from '@/io/papers/papers'
import { writePapers } from '@/io/papers/write-papers'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { CHANGZHI_2021_10 } from '../../fixtures/changzhi'
import { openFromDisk } from '../package-from-disk'

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
const partOf = async (blob: Blob, path: string) => new TextDecoder().decode(unzipSync(await bytesOf(blob))[path])
/** The values of all charts, whatever their numbers: the library continues numbering charts from file to file. */
async function chartedValues(slides: Blob): Promise<string[]> {
  const charts = Object.entries(unzipSync(await bytesOf(slides))).filter(([path]) =>
    /^ppt\/charts\/[^/]+\.xml$/.test(path),
  )
  const xml = charts.map(([, bytes]) => new TextDecoder().decode(bytes)).join('')
  return [...xml.matchAll(/<c:v>([^<]*)</g)].map(([, text]) => text!)
}
const textsOf = (xml: string) => [...xml.matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text!)

async function papers(
  folder: string,
  day: string,
  classOf: (role: string, own: DataClass) => DataClass = (_, own) => own,
  scenes: readonly string[] = [],
): Promise<MeetingPapers> {
  const { value } = await openFromDisk(folder)
  const opened = datasetOf(value!)
  const provenance = opened.provenance.map((each) => ({ ...each, dataClass: classOf(each.role, each.dataClass) }))
  const agenda = scenes.map((scene) => ({ scene, notes: '' }))
  const meeting = scenes.length > 0 ? { ...NOTHING_PREPARED, agenda } : opened.settings.meeting
  const dataset = { ...opened, provenance, settings: { ...opened.settings, meeting } }
  const problems = monthProblems(evaluateRules(value!, day))
  const made = papersOf({ dataset, problems }, dataset.reports.at(-1)!, i18next.getFixedT('zh-CN'))
  expect(made.faults).toEqual([])
  return made.papers
}

beforeAll(() => startI18n('zh-CN'))

describe('a template', () => {
  it('is filled field by field; an unknown field is reported with its line, and an empty one omits its paragraph', () => {
    const { parts, faults } = fillTemplate(
      '# {城市}通报\n\n{空}\n## 空的\n## 有的\n第一段{空}\n{表}\n{没有}年',
      { 城市: '咸阳市', 空: '' },
      ['表'],
    )
    expect(parts).toEqual([
      { type: 'title', text: '咸阳市通报' },
      { type: 'heading', text: '有的' },
      { type: 'paragraph', text: '第一段' },
      { type: 'table', table: '表' },
      { type: 'paragraph', text: '年' },
    ])
    expect(faults).toEqual([{ line: 8, seen: '没有' }])
  })
})

describe('the real table of Changzhi is the same in all documents of the meeting', () => {
  const rows = CHANGZHI_2021_10.map(([rank, county, value, change]) => [
    String(rank),
    county,
    value.toFixed(1),
    change.toFixed(1),
  ])
  const isThere = (texts: readonly string[]) => {
    for (const [rank, county, value, change] of rows) {
      const at = texts.indexOf(county!)
      expect(at, county).toBeGreaterThan(0)
      expect(texts.slice(at - 1, at + 2)).toEqual([rank, county, value])
      expect(texts.slice(at, at + 8)).toContain(change)
    }
  }

  it('in the table itself, as Word, slides, CSV and page', async () => {
    const made = await papers('changzhi/', '2021-10-31')
    const printed = printedRows(made.ranking).flat()
    isThere(printed)
    isThere(textsOf(await partOf(await officialDocument([bulletinPaper(made)]), 'word/document.xml')))
    const slides = await writePapers(made, 'pptx')
    isThere(textsOf(await partOf(slides, 'ppt/slides/slide3.xml')))
    expect(await chartedValues(slides)).toContain('2.1')
    const csv = await (await writePapers(made, 'csv')).text()
    isThere(csv.replace(/^\uFEFF/, '').split(/[,\r\n]+/))
    const html = await (await writePapers(made, 'html')).text()
    isThere([...html.matchAll(/<td(?! class="d")[^>]*>([^<]*)</g)].map(([, text]) => text!))
    expect(html).not.toMatch(/<script|https?:\/\/|\son\w+=/)
  })

  it('as a workbook whose figures are numbers', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(await bytesOf(await writePapers(await papers('changzhi/', '2021-10-31'), 'xlsx')))
    const [sheet] = book.sheets
    expect(
      sheet!.rows
        .slice(3)
        .map(([rank, county, value]) => [rank, county, value])
        .slice(0, 3),
    ).toEqual([
      [1, '长子县', 1],
      [2, '壶关县', 1.2],
      [2, '上党区', 1.2],
    ])
  })

  it('with the sentence of the city', async () => {
    const { parts } = await papers('changzhi/', '2021-10-31')
    const text = parts.map((part) => (part.type === 'table' ? '' : part.text)).join('\n')
    expect(text).toContain('2021年10月，全市降尘量均值为1.4吨')
    expect(text).toContain('同比下降48.1%')
    expect(text).toContain('最大值2.1（黎城县），最小值1.0（长子县）')
    expect(text).toContain('12个区县中12个达标，0个超标')
    expect(text).not.toContain('示例')
  })
})

describe('illustrative data', () => {
  it('is marked in every document, and its bulletin names counties over the limit, omissions and demands', async () => {
    const made = await papers('', '2022-10-31')
    const text = made.parts.map((part) => (part.type === 'table' ? '' : part.text)).join('\n')
    expect(text).toContain('含示例')
    expect(text).toMatch(/淳化县9\.0，环比上升25\.0%，同比上升3\.4%/)
    expect(text).toMatch(/淳化县至少已连续24个月超标/)
    expect(text).toMatch(/未计入/)
    expect(text).toMatch(/1\.《咸阳市蓝天保卫战2022年工作方案》（咸政办发〔2022〕32号，以下简称工作方案）第\d+条/)
    for (const format of ['html', 'csv'] as const) {
      const paper = await (await writePapers(made, format)).text()
      if (format === 'html') expect(paper).toContain('示例')
    }
    expect(
      textsOf(await partOf(await officialDocument([bulletinPaper(made)]), 'word/document.xml')).join(''),
    ).toContain('不得作为正式依据')
  })

  it('of sources beside real dustfall is marked in every document, by its kinds', async () => {
    const made = await papers('', '2022-10-31', (role, own) => (role.startsWith('dustfall') ? 'real' : own))
    const note = '本材料所用的建成区范围（划定市区周边范围用）、建筑工地、拆迁工地等'
    const text = made.parts.map((part) => (part.type === 'table' ? '' : part.text)).join('\n')
    // The bulletin measures nothing in the ring.
    expect(text).toMatch(/本材料所用的(?!建成区)[^，]+等 \d+ 类为示例数据，据此得出的内容不得作为正式依据/)
    expect(made.note).toContain(note)
    expect(await (await writePapers(made, 'html')).text()).toContain(note)
    const real = await papers('', '2022-10-31', () => 'real')
    expect(real.note).not.toContain('示例')
    const one = await papers('', '2022-10-31', (role) => (role === 'stockpile' ? 'illustrative' : 'real'))
    expect(one.note).toContain('本材料所用的物料堆场为示例数据')
    // The plan asks nothing about fire points, and nothing of anybody before it took effect.
    const noteOf = async (day: string, ...roles: string[]) =>
      (await papers('', day, (role) => (roles.includes(role) ? 'illustrative' : 'real'))).note
    expect(await noteOf('2022-10-31', 'fire-point')).not.toContain('示例')
    expect(await noteOf('2022-10-31', 'fire-point', 'silt-surveys')).toContain('本材料所用的道路（部分）为示例数据')
    expect(await noteOf('2022-04-30', 'stockpile')).not.toContain('示例')
    const outline = await papers('', '2022-10-31', (role) => (role === 'built-up-area' ? 'illustrative' : 'real'))
    expect(outline.note).toContain('本材料所用的建成区范围（划定市区周边范围用）为示例数据')
  })

  it('is named in the bulletin only if its demands rest on it, and not at all in the minutes', async () => {
    const { value } = await openFromDisk('')
    const data = { dataset: datasetOf(value!), problems: monthProblems(evaluateRules(value!, '2022-10-31')) }
    const t = i18next.getFixedT('zh-CN')
    const noteWith = (roles: readonly string[], paper: MonthPaper) => {
      const provenance = data.dataset.provenance.map((each) => ({
        ...each,
        dataClass: roles.includes(each.role) ? ('illustrative' as const) : ('real' as const),
      }))
      return madeUpNote({ ...data, dataset: { ...data.dataset, provenance } }, paper, t)
    }
    const demanded = new Set(overdueClauses(data.dataset, data.problems).flatMap(({ overdueKinds }) => overdueKinds))
    const judged = new Set(data.dataset.rules.filter(({ advisory }) => !advisory).map(({ kind }) => kind))
    const others = [...judged].filter((kind) => !demanded.has(kind))
    expect([demanded.size > 0, others.length > 0]).toEqual([true, true])
    for (const kind of demanded) expect(noteWith([kind], 'bulletin'), kind).toContain('示例')
    for (const kind of others) {
      expect(noteWith([kind], 'bulletin'), kind).toBe('')
      expect(noteWith([kind], 'monthly'), kind).toContain('示例')
    }
    // No paper has the figures that only say to whom a task applies.
    const kindsOf = (of: 'targets' | 'figures') =>
      data.dataset.clauses.flatMap((clause) =>
        (clause[of] ?? []).flatMap(({ measure }) => (measure && 'kind' in measure ? [measure.kind] : [])),
      )
    const asides = kindsOf('figures').filter((kind) => !judged.has(kind) && !kindsOf('targets').includes(kind))
    expect(asides.length).toBeGreaterThan(0)
    for (const kind of asides) expect(noteWith([kind], 'monthly'), kind).toBe('')
    expect(noteWith([...judged, 'built-up-area'], 'minutes')).toBe('')
  })

  it('of a pinned view is marked in the papers that draw it, and not in the bulletin', async () => {
    const made = await papers('', '2022-10-31', (role) => (role === 'fire-point' ? 'illustrative' : 'real'), [
      'ranking',
      'pinned',
    ])
    expect(made.note).toContain('示例')
    expect(made.parts.map((part) => (part.type === 'table' ? '' : part.text)).join('')).not.toContain('示例')
  })

  it('has every county’s value in the appendix with the points of its mean', async () => {
    const made = await papers('', '2022-10-31')
    const rows = made.derivation.rows.map((row) => row.map(String))
    for (const county of new Set(rows.map(([name]) => name!))) {
      const own = rows.filter(([name]) => name === county)
      const values = own.flatMap(([, , value]) => (/^\d/.test(value!) ? [Number.parseFloat(value!)] : []))
      if (values.length === 0) continue
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      expect(Math.abs(mean - Number(own[0]![4])), county).toBeLessThan(0.001)
    }
  })
})

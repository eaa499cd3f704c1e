import { describe, expect, it } from 'vitest'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { handoverWorkbook } from '@/io/papers/handover'
import type { HandoverTable } from '@/io/papers/handover-table'
import { officialDocument } from '@/io/papers/official-document'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { writePapers } from '@/io/papers/write-papers'
import { type Page, pagesOf } from './pages'
import { makeCover, makePapers, makeWrittenPaper, makeYearEnd, OFFICIAL } from './papers-made'

/** Letters with and without their annex. */
const letter = (name: string, annex: string): HandoverTable => ({
  ...sheet(name, 12),
  letter: {
    intro: '截至2022-10-31，共12处污染源。',
    summary: {
      title: '督办事项',
      headings: ['督办事项', '问题（项）'],
      formats: ['text', 'whole'],
      rows: [['第23条 建筑工地精细管控', 12]],
      over: [false],
    },
    annex,
  },
  notes: ['含示例数据，不得作为正式依据'],
})

const FORM = { office: '咸阳市生态环境局', author: '咸阳市生态环境局', year: '2022', isNumbered: true }

const sheet = (name: string, rows: number): HandoverTable => ({
  name,
  title: `${name}扬尘问题督办单`,
  subtitle: '咸阳市 截至2022-10-31',
  to: `${name}：`,
  intro: `共${rows}处污染源，请督促整改。`,
  headings: ['序号', '名称', '区县', '问题'],
  widths: [8, 32, 15, 45],
  rows: Array.from({ length: rows }, (_, i) => [String(i + 1), `第${i + 1}号工地`, '秦都区', '第23条 未落实湿法作业']),
  picture: null,
  blanks: ['联系人：'],
  notes: ['数据来源：示例'],
})

/** A letter whose table and closing lines just fit on a page, and a sheet whose rows are as high as they get. */
const CLAUSES: readonly (readonly [clause: string, findings: number, overdue: number, due: string])[] = [
  [
    '第23条 建筑工地精细管控：扬尘在线监测仪更新、现场不搅拌混凝土、砂浆密闭搅拌、扬尘在线监测仪每季度校准、六个100%、扬尘在线监测全覆盖、扬尘在线监测仪在线、焊接烟尘收集、视频监控全覆盖、扬尘在线监测仪无长期故障、数据失准',
    ...([149, 66, '2022年5月31日'] as const),
  ],
  [
    '第24条 拆迁与线性工程、渣土运输：渣土车每季度密闭性检测、线性工程分段作业、运输道路硬化并洒水',
    14,
    2,
    '2022年9月30日',
  ],
  ['第25条 物料堆场：物料堆场封闭或覆盖、粉粒料输送封闭、不得露天装卸', 25, 0, '—'],
  [
    '第27条 道路保洁：每日洒水不少于6次、每日湿扫不少于1次、城市硬化、冲洗、喷淋、大风、高温、沙尘天气每日洒水不少于8次',
    ...([29, 3, '2022年8月18日'] as const),
  ],
]
const full: HandoverTable = {
  ...sheet('市住房和城乡建设局', 12),
  title: '大气污染问题督办单（市住房和城乡建设局）',
  letter: {
    intro: '截至2022-10-31，附件所列194处污染源、1台监测设备共有217项问题，请按期督促整改，并书面回复整改情况。',
    summary: {
      title: '督办事项',
      headings: ['督办事项', '问题（项）', '已逾期（项）', '最早期限'],
      formats: ['text', 'whole', 'whole', 'text'],
      widths: [53, 12, 14, 21],
      rows: CLAUSES,
      over: CLAUSES.map(() => false),
      total: ['合计', 217, 71, '2022年5月31日'],
      isSmall: true,
    },
    annex: '问题清单',
  },
  blanks: [
    '联系人：________________　电话：________________',
    '回复期限：________________',
    '签发：________________　日期：________________',
  ],
}
const high: HandoverTable = {
  ...sheet('市行政审批服务局', 3),
  title: '工业问题督办单（市行政审批服务局）',
  intro: '以下3处污染源共有3项问题，请按期督促整改并书面回复。',
  onPaper: {
    headings: ['序号', '污染源', '建设（运营）单位', '问题和期限', '整改情况'],
    widths: [6, 23, 16, 32, 23],
    rows: [1, 2, 3].map((number) => [
      String(number),
      `石桥示例铸造项目0${number}\n泾阳县 XM2022-0007\n经度108.82680\n纬度34.55105`,
      '示例单位07\n李工\n029-00000007',
      '第1条 严禁新增产能，禁止建设高VOCs项目：生产使用高VOCs含量的溶剂型产品\n自2022年10月25日，不符合',
      '',
    ]),
    isSmall: true,
  },
  blanks: full.blanks,
  notes: [
    '核查依据：《咸阳市蓝天保卫战2022年工作方案》（咸政办发〔2022〕32号）',
    '数据来源：《咸阳市蓝天保卫战2022年工作方案》（咸政办发〔2022〕32号）；示例：为演示编制，不是真实记录',
    '数据性质：真实、示例（新建工业项目）',
    '含示例数据，不得作为正式依据',
  ],
}

describe('papers as pages', async () => {
  const [monthly, minutes, yearEnd, office, bare, other] = await Promise.all([
    makeWrittenPaper('monthly', '', '2022-10-31', OFFICIAL),
    makeWrittenPaper('minutes', '', '2022-10-31', OFFICIAL),
    makeYearEnd('', '2022-12-31'),
    makePapers('', '2022-10-31', OFFICIAL),
    makePapers('', '2022-10-31'),
    makePapers('changzhi/', '2021-10-31'),
  ])
  const sheets = [sheet('住房和城乡建设局', 50), sheet('城市管理执法局', 3)]
  // One of these just fills a page, another has the first row too many.
  const growing = Array.from({ length: 24 }, (_, i) => sheet('住房和城乡建设局', 4 + i))
  const pages = await pagesOf(
    new Map([
      ['office.docx', await officialDocument([bulletinPaper(office)])],
      ['bare.docx', await officialDocument([bulletinPaper(bare)])],
      ['other.docx', await officialDocument([bulletinPaper(other)])],
      ['monthly.docx', await officialDocument([monthly.paper])],
      ['minutes.docx', await officialDocument([minutes.paper])],
      ['year-end.docx', await officialDocument([yearEnd])],
      ['table.xlsx', await writePapers(office, 'xlsx')],
      ['slides.pptx', await writePapers(office, 'pptx')],
      ['sheets.docx', await officialDocument(sheets.map((each) => sheetPaper(each, FORM)))],
      ['growing.docx', await officialDocument(growing.map((each) => sheetPaper(each, FORM)))],
      [
        'letters.docx',
        await officialDocument([letter('甲局', '问题清单'), letter('乙局', '')].map((each) => sheetPaper(each, FORM))),
      ],
      ['full.docx', await officialDocument([full, high].map((each) => sheetPaper(each, FORM)))],
      ['cover.docx', await officialDocument([sheetPaper(await makeCover('', '2022-10-31'), FORM)])],
      ['sheets-book.xlsx', await handoverWorkbook(sheets)],
    ]),
  )
  const of = (name: string) => pages.get(name)!
  const textOf = (page: Page) => page.text.replace(/\s/g, '')
  const all = (name: string) => of(name).map(textOf).join('')

  it.each([...pages.keys()])('%s has no blank page', (name) => {
    expect(of(name).length).toBeGreaterThan(0)
    for (const [i, { ink, text }] of of(name).entries()) {
      expect(ink, `page ${i + 1}`).toBeGreaterThan(0.002)
      // More text than the page number.
      expect(text.replace(/[\s—\d第页]/g, ''), `page ${i + 1}`).not.toBe('')
    }
  })

  it('the bulletin has its text, its annex on a separate page, and its imprint on the last page', () => {
    const texts = of('office.docx').map(textOf)
    expect(texts.length).toBeGreaterThanOrEqual(4)
    expect(texts.length).toBeLessThanOrEqual(7)
    expect(texts[0]).toMatch(/^咸阳市生态环境局文件咸环发〔2022〕45号咸阳市2022年10月降尘监测情况通报各县市区/)
    const annex = texts.findIndex((text) => text.startsWith('附件'))
    expect(texts[annex]).toMatch(/^附件数值来源单位：/)
    expect(texts[annex - 1]).toMatch(/附件：数值来源咸阳市生态环境局2022年11月9日—\d—$/)
    expect(texts.at(-1)).toMatch(/抄送：.*咸阳市生态环境局办公室2022年11月10日印发—\d—$/)
  })

  it('the bulletin’s page numbers alternate between right and left', () => {
    const numbers = of('office.docx').map(({ text }) => /^( *)—\s*(\d+)\s*—\s*$/m.exec(text)!)
    expect(numbers.map(([, , number]) => number)).toEqual(numbers.map((_, i) => String(i + 1)))
    for (const [i, [, before]] of numbers.entries()) {
      if (i % 2 === 0) expect(before!.length).toBeGreaterThan(20)
      else expect(before!.length).toBeLessThan(20)
    }
  })

  it('no page has only a signature, and no heading is last on a page', () => {
    for (const name of ['office.docx', 'bare.docx', 'other.docx', 'monthly.docx', 'minutes.docx'])
      for (const { text } of of(name)) {
        const lines = text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
        expect(lines[0], name).not.toMatch(/^附件：|^咸阳市生态环境局$/)
        expect(lines.at(-2), name).not.toMatch(/^[一二三四五六七八九]、/)
      }
  })

  it('every county is in the bulletin, in the table and in the slides', () => {
    for (const [county] of office.ranking.rows.map((row) => row.slice(1)))
      for (const name of ['office.docx', 'table.xlsx', 'slides.pptx']) expect(all(name), name).toContain(String(county))
  })

  it('the ranking starts below its heading, and repeats its column headings on the next page', () => {
    // It does not leave half of the first page empty.
    expect(textOf(of('bare.docx')[0]!)).toContain('二、各区县排名')
    for (const name of ['office.docx', 'bare.docx', 'other.docx']) {
      const texts = of(name).map(textOf)
      const first = texts.findIndex((text) => text.includes('二、各区县排名'))
      const last = texts.findIndex((text, i) => i >= first && text.includes('三、'))
      expect(texts[first], name).toMatch(/二、各区县排名.*排名区县/)
      expect(last - first, name).toBeLessThanOrEqual(1)
      expect(texts.slice(first, last + 1).join(''), name).toMatch(/排名区县.*全市.*三、/)
      if (last > first && !/二、各区县排名.*全市/.test(texts[first]!))
        expect(texts[last], name).toMatch(/^.{0,9}排名区县/)
    }
  })

  it('no page of the workbook has only a few rows', () => {
    for (const { text } of of('table.xlsx'))
      expect(text.split('\n').filter((line) => line.trim()).length).toBeGreaterThan(10)
  })

  it('the monthly report and the minutes have no extra pages, with participants beside a table', () => {
    expect(of('monthly.docx').length).toBeLessThanOrEqual(10)
    expect(of('minutes.docx').length).toBeLessThanOrEqual(2)
    expect(textOf(of('minutes.docx').at(-1)!)).toMatch(/进展.*出席：请假：列席：—\d—$/)
  })

  it('the year-end paper has every clause, its heading on each page, and the plan that it is evaluated by', () => {
    const texts = of('year-end.docx').map(textOf)
    expect(texts.length).toBeLessThanOrEqual(8)
    expect(texts[0]).toMatch(/^2022年工作方案年终对账截至2022年12月31日共45条：完成\d+条/)
    for (const text of texts.filter((each) => each.includes('第45条') || !each.includes('核查依据')))
      expect(text).toContain('条款牵头部门结论指标任务和要求')
    for (let number = 1; number <= 45; number++) expect(all('year-end.docx')).toContain(`第${number}条`)
    expect(all('year-end.docx')).toMatch(/核查依据：.*含示例数据，不得作为正式依据/)
  })

  it('a letter is one page with its signature, and its list is its annex or separate', () => {
    const texts = of('letters.docx').map(textOf)
    expect(texts).toHaveLength(3)
    expect(texts[0]).toMatch(/督办事项问题（项）第23条建筑工地精细管控12附件：问题清单联系人：咸阳市生态环境局/)
    expect(texts[1]).toMatch(/^附件问题清单序号名称区县问题1第1号工地.*含示例数据/)
    // Without its list, the letter itself states the data class.
    expect(texts[2]).toMatch(/第23条建筑工地精细管控12含示例数据，不得作为正式依据联系人：咸阳市生态环境局/)
    expect(texts[2]).not.toContain('第1号工地')
  })

  it('a letter or sheet that fits on a page does so in whatever fonts a machine has', () => {
    const texts = of('full.docx').map(textOf)
    expect(texts).toHaveLength(3)
    expect(texts[0]).toMatch(/第27条.*合计217.*附件：问题清单.*咸阳市生态环境局2022年月日—1—$/)
    expect(texts[2]).toMatch(/石桥示例铸造项目03.*咸阳市生态环境局2022年月日—1—$/)
  })

  it('a sheet of any length has its signature on a page with rows of its table', () => {
    const signed = of('growing.docx')
      .map(textOf)
      .filter((text) => text.includes('2022年月日'))
    expect(signed).toHaveLength(growing.length)
    for (const text of signed)
      expect(text).toMatch(/序号名称区县问题.*第\d+号工地.*数据来源：示例联系人：.*咸阳市生态环境局/)
  })

  it('each deadline of the cover of hand-over sheets is on one line', () => {
    const lines = of('cover.docx').flatMap(({ text }) => text.split('\n').map((line) => line.replace(/\s/g, '')))
    const days = lines.filter((line) => /\d年(10|11|12)月\d\d日/.test(line))
    // Every sheet has such a day, and only the day above the table is no deadline.
    expect(days.filter((line) => !line.includes('截至'))).toHaveLength(
      Number(lines.join('').match(/共(\d+)份督办单/)![1]),
    )
  })

  it('the line above a table stands apart from the text, with its notes in one order', () => {
    const [line] = of('monthly.docx').flatMap(({ text }) => text.match(/单位：.*至少.*/g) ?? [])
    expect(line!.replace(/\s/g, '')).toBe('单位：吨/(平方公里·月)；至少：此前无数据；加粗的超过限值')
  })

  it('a hand-over sheet starts on a new page and repeats its heading', () => {
    const texts = of('sheets.docx').map(textOf)
    expect(texts.filter((text) => text.includes('序号名称区县问题'))).toHaveLength(texts.length)
    expect(texts.filter((text) => text.includes('扬尘问题督办单'))).toHaveLength(2)
  })
})

import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { dispatchTable } from '@/features/meeting/paper-county'
import { startI18n } from '@/i18n'
import { type MeetingPapers, notesIn } from '@/io/papers/papers'
import { leastLabelled, repairChart } from '@/io/papers/slides/chart-labels'
import { OWN_LOOK } from '@/io/papers/slides/deck-look'
import { fittedTable } from '@/io/papers/slides/slide-table'
import { textWidth } from '@/io/papers/slides/text-fit'
import { writePapers } from '@/io/papers/write-papers'
import { evaluateRules } from '@/questions/evaluated-package'
import { countyStory } from '@/questions/month/county-story'
import { openFromDisk } from '../package-from-disk'
import { LAST, meetingOf, partsOf, sampleData, slidesOf, textsIn } from './decks'

let data: Awaited<ReturnType<typeof sampleData>>
beforeAll(async () => {
  await startI18n('zh-CN')
  data = await sampleData()
}, 60_000)

const NAMES = Array.from({ length: 13 }, (_, i) => `第${i + 1}县`)
const t = () => i18next.getFixedT('zh-CN')
const REASON = '集尘缸进水，经复核采用备份样品的称量结果重新计算，原值作废，由分析室和质控室共同签字确认'
const manyCorrected = () =>
  meetingOf(data, NAMES, { corrected: (county, month) => month === LAST && county < 9, reason: REASON })

describe('the notes on ※', () => {
  it('are complete on slides, however many: below the figures, or on a slide at the end', async () => {
    const papers = manyCorrected()
    const slides = (await slidesOf(await writePapers(papers, 'pptx'))).map(textsIn)
    const all = slides.flat()
    const notes = notesIn(papers.ranking)
    expect(notes.length).toBeGreaterThan(4)
    for (const note of notes) expect(all).toContain(note)
    for (const texts of slides) for (const text of texts) if (text.startsWith('※')) expect(text).not.toMatch(/…$/)
    expect(slides.at(-1)![0]).toBe('※ 说明')
  })

  it('split no table: thirteen counties fit on one slide with and without them', async () => {
    const papers = manyCorrected()
    expect(fittedTable(papers.ranking, OWN_LOOK.body).pages).toHaveLength(1)
    const slides = (await slidesOf(await writePapers(papers, 'pptx'))).map((xml) => textsIn(xml).join(' '))
    expect(slides.filter((text) => text.includes('各区县降尘量排名（更正）'))).toHaveLength(1)
    expect(slides.join('')).not.toMatch(/各区县降尘量排名（更正）[^（]*（1 \/ 2）/)
  })

  it('have rows in the workbook that are high enough for their lines', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const blob = await writePapers(manyCorrected(), 'xlsx')
    const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()), { readStyles: true })
    const [{ rows, rowDefs, columns }] = book.sheets as [(typeof book.sheets)[number]]
    const wide = columns!.reduce((sum, column) => sum + (column.width ?? 0), 0)
    const noted = rows.flatMap(([text], i) => (String(text).startsWith('※') ? [{ text: String(text), i }] : []))
    expect(noted.length).toBeGreaterThan(4)
    for (const { text, i } of noted) {
      // A Chinese character is two digits wide, and a line of 10-point text 12 points high.
      const lines = Math.ceil((textWidth(text) * 2 * (10 / 11)) / wide / 1.12)
      expect(rowDefs!.get(i)!.height, text).toBeGreaterThanOrEqual(lines * 12)
    }
    expect(Math.max(...noted.map(({ i }) => rowDefs!.get(i)!.height!))).toBeGreaterThan(24)
  })
})

describe('slides', () => {
  it('have room for all counties where the chart has three, and no month broken at a hyphen', async () => {
    const papers = meetingOf(data, NAMES)
    const race = papers.scenes.find(({ scene }) => scene === 'race')!
    expect(race.tables[0]!.rows.map(([name]) => name)).toEqual(papers.ranking.rows.map(([, name]) => name))
    const blob = await writePapers(papers, 'pptx')
    const slides = (await slidesOf(blob)).map(textsIn)
    expect(
      slides.filter((texts) => NAMES.every((name) => texts.includes(name)) && texts[0] === race.headline),
    ).toHaveLength(1)
    const charts = await partsOf(blob, /^ppt\/charts\/chart\d+\.xml$/)
    for (const text of [...slides.flat(), ...charts]) expect(text).not.toMatch(/(>|^)\d{4}-\d\d(<|$)/)
  })

  it('have figures that the line of the limit does not strike through', async () => {
    const charts = await partsOf(await writePapers(meetingOf(data, NAMES), 'pptx'), /^ppt\/charts\/chart\d+\.xml$/)
    const series = charts.flatMap((xml) => xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? [])
    const shown = series.filter((xml) => xml.includes('<c:showVal val="1"/>') && xml.includes('outEnd'))
    expect(shown.length).toBeGreaterThan(0)
    for (const xml of shown) expect(xml).toContain(`<c:spPr><a:solidFill><a:srgbClr val="${OWN_LOOK.ground}"/>`)
    expect(series.some((xml) => xml.includes('<c:v>达标</c:v>') && xml.includes('<c:dLblPos val="inEnd"/>'))).toBe(true)
  })
})

describe('labels of a chart on a slide', () => {
  const point = (at: number, value: number) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`
  const series = (name: string, values: string) =>
    `<c:ser><c:v>${name}</c:v><c:dLbls><c:numFmt formatCode="0.0"/><c:txPr/><c:dLblPos val="outEnd"/><c:showVal val="1"/>` +
    `<c:showLeaderLines val="0"/></c:dLbls><c:val>${values}</c:val></c:ser>`

  it('lie above a bar that is too low for them, not on the names of the axis', () => {
    const { words } = meetingOf(data, NAMES)
    const xml = repairChart(
      series('达标', point(0, 0.2) + point(1, 3.9)) + series('超标', point(2, 9)),
      { ...words, within: '达标' },
      'FFFFFF',
    )
    const [within] = xml.match(/<c:ser>.*?<\/c:ser>/gs)!
    const own = within!.match(/<c:dLbl>.*?<\/c:dLbl>/gs)!
    expect(own).toHaveLength(1)
    expect(own[0]).toMatch(/^<c:dLbl><c:idx val="0"\/>.*<c:dLblPos val="outEnd"\/>/)
    expect(own[0]).not.toContain('LeaderLines')
    expect(within!.replace(own[0]!, '')).toContain('<c:dLblPos val="inEnd"/>')
  })

  it('are left out where parts of a bar are narrower than their numbers', async () => {
    expect(leastLabelled(181, 9.8)).toBe(3)
    expect(leastLabelled(10, 9.8)).toBe(1)
    // Two digits need more room than nine has.
    expect(leastLabelled(900, 9.8)).toBeGreaterThan(20)
    const charts = await partsOf(await writePapers(meetingOf(data, NAMES), 'pptx'), /^ppt\/charts\/chart\d+\.xml$/)
    expect(charts.join('')).toMatch(/formatCode="\[(>|&gt;)=\d+\]0;;;"/)
  })
})

describe('a document about one county', () => {
  const ofCounty = async () => {
    const { value } = await openFromDisk('')
    const evaluated = evaluateRules(value!, '2022-10-31')
    const story = countyStory(evaluated, data.dataset.reports.at(-1)!.rows.at(-1)!.county, LAST, 8)
    return meetingOf(data, NAMES, { story, county: 'c0' })
  }

  it('has comparisons for its figure, its points to one decimal, and the wall’s dispatch sheet', async () => {
    const papers = await ofCounty()
    const [compared, points, dispatch] = papers.scenes.find(({ scene }) => scene === 'county')!.tables
    expect(compared!.rows.map(([label]) => label)).toEqual(['本月', '上月', '去年同期', '累计均值'])
    expect(points!.formats).toEqual(['text', 'tenth', 'text'])
    expect(dispatch!.headings).toEqual(['污染源', '不符合的要求', '逾期', '期限', '牵头（落实）单位'])
    expect(dispatch!.rows.length).toBeGreaterThan(3)
    expect(String(dispatch!.rows[0]![1])).toMatch(/^第\d+条/)
    const slides = (await slidesOf(await writePapers(papers, 'pptx'))).map(textsIn)
    const html = await (await writePapers(papers, 'html')).text()
    for (const [name] of dispatch!.rows) {
      expect(slides.flat()).toContain(name)
      expect(html).toContain(`>${name}<`)
    }
  })
})

describe('the dispatch sheet', () => {
  it('counts days overdue from the day that stands beside them, also if a failure was seen after its deadline', async () => {
    const { value } = await openFromDisk('')
    const evaluated = evaluateRules(value!, '2022-10-31')
    const rows = data.dataset.counties.flatMap(
      ({ code }) => dispatchTable(countyStory(evaluated, code, LAST, 1000), '2022-10-31', t()).rows,
    )
    const late = rows.flatMap(([, , days, day]) => {
      const count = /逾期 (\d+) 天$/.exec(String(days))
      return count ? [{ count: Number(count[1]), says: String(days), day: String(day) }] : []
    })
    expect(late.some(({ says }) => says.startsWith('自发现起'))).toBe(true)
    for (const { count, day, says } of late) {
      const [y, m, d] = day
        .match(/(\d+)年(\d+)月(\d+)日(?:发现)?$/)!
        .slice(1)
        .map(Number)
      expect((Date.UTC(2022, 9, 31) - Date.UTC(y!, m! - 1, d!)) / 86_400_000, `${says} ${day}`).toBe(count)
    }
  })
})

describe('the HTML page', () => {
  const pageOf = async (papers: MeetingPapers) => (await writePapers(papers, 'html')).text()

  it('leaves space for the longest name beside its lines, on a screen and on a phone', async () => {
    const name = '高新技术产业开发区管委会'
    const html = await pageOf(meetingOf(data, [name, '乙县', '丙县']))
    const drawings = [...html.matchAll(/<svg class="lines (\w+)" viewBox="0 0 (\d+) [\d.]+"(.*?)<\/svg>/gs)]
    expect(new Set(drawings.map(([, shape]) => shape))).toEqual(new Set(['wide', 'narrow']))
    for (const [, shape, width, drawn] of drawings) {
      const names = [
        ...drawn!.matchAll(/<text x="([\d.]+)" y="[^"]*" font-size="([\d.]+)" text-anchor="start"[^>]*>([^<]*)</g),
      ]
      expect(names.some(([, , , text]) => text === name)).toBe(true)
      for (const [, x, size, text] of names) {
        expect(Number(x) + textWidth(text!) * Number(size), text).toBeLessThanOrEqual(Number(width))
        expect(Number(size)).toBeGreaterThanOrEqual(shape === 'narrow' ? 12 : 15)
      }
    }
  })

  it('has a bar per row, also for two counties of one name and for more than a dozen departments', async () => {
    const papers = meetingOf(data, ['同名县', '同名县', '丙县'])
    const bars = [...(await pageOf(papers)).matchAll(/<div class="bar">(.*?)<\/div>/g)].map(([, bar]) => bar)
    expect(new Set(bars.slice(0, 3)).size).toBe(3)
    const departments = Array.from({ length: 15 }, (_, i) => ({
      name: `第${i + 1}局`,
      lead: { overdue: 20 - i, failing: 1 },
      joint: { overdue: 0, failing: 0 },
      sources: 1,
      pastUnknown: 0,
    }))
    const html = await pageOf(meetingOf(data, NAMES, { problems: { ...data.problems, departments } } as never))
    const stacks = [...html.matchAll(/<div class="stack">(.*?)<\/div>/g)].map(([, parts]) => parts)
    expect(stacks).toHaveLength(15)
    for (const parts of stacks) expect(parts).toContain('<i class="overdue"')
  })

  it('distinguishes scenes with the same headline in its contents', async () => {
    const contents = /<ol class="contents">(.*?)<\/ol>/s.exec(await pageOf(meetingOf(data, NAMES)))![1]!
    const items = contents
      .split('<li>')
      .slice(1)
      .map((item) => item.replace(/#s\d+/, ''))
    expect(new Set(items).size).toBeGreaterThanOrEqual(items.length - 2)
    expect(contents).toContain('<small>改善与反弹</small>')
  })
})

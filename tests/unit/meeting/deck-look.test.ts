import { strToU8, zipSync } from 'fflate'
import Slides from 'pptxgenjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { OWN_LOOK } from '@/io/papers/slides/deck-look'
import { readDeckLook } from '@/io/papers/slides/read-look'
import { writePapers } from '@/io/papers/write-papers'
import { EMU_PER_INCH, meetingOf, partsOf, sampleData, slidesOf } from './decks'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (...all: readonly (readonly [string, string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`
const xfrm = (x: number, y: number, w: number, h: number) =>
  `<a:xfrm><a:off x="${x * EMU_PER_INCH}" y="${y * EMU_PER_INCH}"/><a:ext cx="${w * EMU_PER_INCH}" cy="${h * EMU_PER_INCH}"/></a:xfrm>`
const placeholder = (type: string, place: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"><a:extLst><a:ext uri="x"/></a:extLst></p:cNvPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr></p:sp>`
const logo = `<p:pic><p:blipFill><a:blip r:embed="rId9"/></p:blipFill><p:spPr>${xfrm(11, 0.2, 1.5, 0.5)}</p:spPr></p:pic>`

/** The parts of a deck that are read, as an office's PowerPoint writes them. */
const OFFICE = {
  'ppt/presentation.xml': `<p:presentation ${NS}><p:sldSz cx="${13 * EMU_PER_INCH}" cy="${8 * EMU_PER_INCH}"/></p:presentation>`,
  'ppt/theme/theme1.xml': `<a:theme ${NS}><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="102030"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="0055aa"/></a:accent1></a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="方正小标宋"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface="仿宋"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`,
  'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${NS}><p:cSld><p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId8"/></a:blipFill></p:bgPr></p:bg><p:spTree>${logo}${placeholder('title', xfrm(1, 0.8, 11, 0.9))}${placeholder('body', xfrm(1, 2, 11, 5))}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" accent1="accent1"/></p:sldMaster>`,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': rels(
    ['rId1', 'theme', '../theme/theme1.xml'],
    ['rId8', 'image', '../media/ground.png'],
    ['rId9', 'image', '../media/logo.png'],
  ),
  'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout ${NS} type="title"><p:cSld><p:spTree/></p:cSld></p:sldLayout>`,
  'ppt/slideLayouts/slideLayout2.xml': `<p:sldLayout ${NS} type="titleOnly"><p:cSld><p:spTree>${placeholder('title', '')}</p:spTree></p:cSld></p:sldLayout>`,
  'ppt/slideLayouts/_rels/slideLayout2.xml.rels': rels(['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml']),
}
const png = Uint8Array.from(atob(PNG), (letter) => letter.charCodeAt(0))
const fileOf = (texts: Readonly<Record<string, string>>) =>
  new Blob([
    zipSync({
      ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
      'ppt/media/ground.png': png,
      'ppt/media/logo.png': png,
    }) as Uint8Array<ArrayBuffer>,
  ])

beforeAll(() => startI18n('zh-CN'))

describe('an office’s own deck', () => {
  it('provides its size, fonts, colours, background, logo, and the positions of title and content', async () => {
    expect(await readDeckLook(fileOf(OFFICE))).toEqual({
      width: 13,
      height: 8,
      headFont: '方正小标宋',
      bodyFont: '仿宋',
      ink: '102030',
      ground: 'FFFFFF',
      accent: '0055AA',
      background: `image/png;base64,${PNG}`,
      pictures: [{ x: 11, y: 0.2, w: 1.5, h: 0.5, data: `image/png;base64,${PNG}` }],
      headline: { x: 1, y: 0.8, w: 11, h: 0.9 },
      body: { x: 1, y: expect.closeTo(2.2), w: 11, h: expect.closeTo(4.8) },
    })
  })

  it('determines the look of the slides', async () => {
    const data = await sampleData()
    const look = await readDeckLook(fileOf(OFFICE))
    const papers = { ...meetingOf(data, ['甲县', '乙县', '丙县']), deckLook: look }
    const blob = await writePapers(papers, 'pptx')
    const [presentation] = await partsOf(blob, /^ppt\/presentation\.xml$/)
    expect(presentation).toContain(`<p:sldSz cx="${13 * EMU_PER_INCH}" cy="${8 * EMU_PER_INCH}"`)
    const layouts = (await partsOf(blob, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/)).join('')
    expect(layouts.match(/<p:pic>/g)).toHaveLength(1)
    expect(layouts).toContain('<p:bg>')
    for (const slide of await slidesOf(blob)) expect(slide).toMatch(/typeface="(方正小标宋|仿宋)"/)
  })

  it('is read also if another program wrote it, or the library itself', async () => {
    const deck = new Slides()
    deck.layout = 'LAYOUT_4x3'
    deck.addSlide()
    const look = await readDeckLook(
      new Blob([(await deck.write({ outputType: 'uint8array' })) as Uint8Array<ArrayBuffer>]),
    )
    expect([look.width, look.height]).toEqual([10, 7.5])
    // Without positions of its own the app's are used, scaled to its slide.
    expect(look.headline.x + look.headline.w).toBeLessThanOrEqual(10)
    expect(look.body.y + look.body.h).toBeLessThanOrEqual(7.5)
  })

  it('never provides a font name that could be markup, neither read nor stored', async () => {
    const theme = OFFICE['ppt/theme/theme1.xml'].replace('typeface="仿宋"', 'typeface="x&quot;/&gt;&lt;a:bad/&gt;"')
    const look = await readDeckLook(fileOf({ ...OFFICE, 'ppt/theme/theme1.xml': theme }))
    expect([look.headFont, look.bodyFont]).toEqual(['方正小标宋', 'Arial'])
    const kept = { ...look, headFont: '"/><a:bad/>', bodyFont: '<a:bad/>' }
    const papers = { ...meetingOf(await sampleData(), ['甲县', '乙县', '丙县']), deckLook: kept }
    const parts = (await partsOf(await writePapers(papers, 'pptx'), /\.xml$/)).join('')
    expect(parts).not.toContain('a:bad')
    expect(parts).toContain(`typeface="${OWN_LOOK.bodyFont}"`)
  })

  it('is refused if it is not a presentation', async () => {
    await expect(readDeckLook(new Blob(['no zip']))).rejects.toThrow()
    await expect(readDeckLook(fileOf({ 'word/document.xml': '<w/>' }))).rejects.toThrow()
    const { 'ppt/theme/theme1.xml': _, ...without } = OFFICE
    await expect(readDeckLook(fileOf(without))).rejects.toThrow()
  })
})

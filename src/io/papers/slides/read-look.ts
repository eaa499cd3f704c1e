import type { Document, Element } from '@xmldom/xmldom'
import { Archive } from '@/io/formats/zip'
import { base64 } from '@/io/papers/base64'
import { type Box, type DeckLook, FONT_NAME, OWN_LOOK, type StandingPicture } from './deck-look'

const EMU_PER_INCH = 914_400
const PICTURES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' }
/** Maximum bytes of pictures taken from an office's presentation: they become part of the package. */
const MAX_BYTES = 4 << 20
/** Preferred layouts: title only, which leaves the most room; then title and content. */
const LAYOUTS = ['titleOnly', 'obj']
/** Space for a subtitle between headline and body, and for the footer below the body. */
const UNDER_HEADLINE = 0.5
const FOOT = 0.6
/** Boxes smaller than these shares of a slide are too small for a table. */
const LEAST = { w: 0.6, h: 0.45 }

/**
 * Reads the look of slides from an office's .pptx: size, fonts, colours of text, background and accent, the background
 * and pictures (PNG, JPEG) of the title-only layout and its master, and the areas of title and content. Drawn shapes,
 * effects and animations are not taken.
 * @throws if it is not a presentation
 */
export async function readDeckLook(file: Blob): Promise<DeckLook> {
  const archive = await Archive.open(file)
  const parts = await archive.read((name) =>
    /^ppt\/(presentation|theme\/|slideLayouts\/|slideMasters\/|media\/)/.test(name),
  )
  const { DOMParser } = await import('@xmldom/xmldom')
  const document = (path: string): Document => {
    const bytes = parts.get(path)
    if (!bytes) throw new Error(`${path} is missing in the presentation`)
    return new DOMParser({ onError: () => undefined }).parseFromString(new TextDecoder().decode(bytes), 'text/xml')
  }
  const related = (path: string) => relations(path, parts.has(relsOf(path)) ? document(relsOf(path)) : null)

  const size = first(document('ppt/presentation.xml'), 'sldSz')
  const [width, height] = [inches(size, 'cx'), inches(size, 'cy')]
  if (!(width > 0 && height > 0)) throw new Error('the presentation has no size')
  const layouts = [...parts.keys()].filter((path) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(path)).sort()
  const typed = layouts.map((path) => ({ path, xml: document(path) }))
  const typeOf = ({ xml }: { xml: Document }) => xml.documentElement?.getAttribute('type') ?? ''
  const layout = LAYOUTS.flatMap((type) => typed.filter((each) => typeOf(each) === type))[0] ?? typed[0]
  if (!layout) throw new Error('the presentation has no layout')
  const ofLayout = related(layout.path)
  const masterPath = ofLayout.byType('slideMaster')
  const master = { path: masterPath, xml: document(masterPath) }
  const ofMaster = related(masterPath)
  const theme = document(ofMaster.byType('theme'))

  const colours = coloursOf(theme, master.xml)
  const background = [
    { xml: layout.xml, relations: ofLayout },
    { xml: master.xml, relations: ofMaster },
  ].flatMap(({ xml, relations }) => {
    const ground = first(xml, 'bg')
    return ground ? [{ ground, relations }] : []
  })[0]
  let left = MAX_BYTES
  const dataOf = (path: string | null): string | null => {
    const type = PICTURES[path?.split('.').at(-1)?.toLowerCase() ?? '']
    const bytes = path === null ? undefined : parts.get(path)
    if (!type || !bytes || bytes.length > left) return null
    left -= bytes.length
    return `${type};base64,${base64(bytes)}`
  }
  const embedded = (element: Element, of: Relations) => {
    const id = first(element, 'blip')?.getAttribute('r:embed')
    return dataOf(id ? of.byId(id) : null)
  }
  const hidesMaster = layout.xml.documentElement?.getAttribute('showMasterSp') === '0'
  const pictures = [
    ...(hidesMaster ? [] : [{ xml: master.xml, of: ofMaster }]),
    { xml: layout.xml, of: ofLayout },
  ].flatMap(({ xml, of }) =>
    all(xml, 'pic').flatMap((picture): StandingPicture[] => {
      const box = boxOf(picture)
      const data = box && embedded(picture, of)
      return box && data ? [{ ...box, data }] : []
    }),
  )
  const headline = fitting(
    placeOf(layout.xml, ['title']) ?? placeOf(master.xml, ['title']),
    OWN_LOOK.headline,
    width,
    height,
  )
  const content = placeOf(layout.xml, ['body', 'obj', '']) ?? placeOf(master.xml, ['body'])
  return {
    ...fontsOf(theme),
    width,
    height,
    ink: colours('tx1') ?? OWN_LOOK.ink,
    ground: (background && colourIn(background.ground, colours)) ?? colours('bg1') ?? OWN_LOOK.ground,
    accent: colours('accent1') ?? OWN_LOOK.accent,
    background: background ? embedded(background.ground, background.relations) : null,
    pictures,
    headline,
    body: bodyBelow(headline, content, width, height),
  }
}

interface Relations {
  byId(id: string): string | null
  byType(type: string): string
}

const relsOf = (path: string) => path.replace(/([^/]+)$/, '_rels/$1.rels')

/** Related parts, as paths from the root of the file. */
function relations(path: string, xml: Document | null): Relations {
  const found = xml ? all(xml, 'Relationship') : []
  const resolve = (target: string) => new URL(target, `file:///${path}`).pathname.slice(1)
  return {
    byId: (id) => {
      const one = found.find((each) => each.getAttribute('Id') === id)
      return one ? resolve(one.getAttribute('Target') ?? '') : null
    },
    byType: (type) => {
      const one = found.find((each) => each.getAttribute('Type')?.endsWith(`/${type}`))
      return one ? resolve(one.getAttribute('Target') ?? '') : ''
    },
  }
}

const all = (of: Document | Element, name: string): Element[] => [...of.getElementsByTagNameNS('*', name)]
const first = (of: Document | Element, name: string): Element | null => all(of, name)[0] ?? null
const inches = (of: Element | null, name: string) => Number(of?.getAttribute(name) ?? Number.NaN) / EMU_PER_INCH

function boxOf(shape: Element): Box | null {
  // Within `xfrm`: an extension element is called `ext` too.
  const place = first(shape, 'xfrm')
  if (!place) return null
  const [at, size] = [first(place, 'off'), first(place, 'ext')]
  const box = { x: inches(at, 'x'), y: inches(at, 'y'), w: inches(size, 'cx'), h: inches(size, 'cy') }
  return Object.values(box).every(Number.isFinite) && box.w > 0 && box.h > 0 ? box : null
}

/** Position of the first placeholder of the given types in a layout or master. */
function placeOf(xml: Document, types: readonly string[]): Box | null {
  for (const shape of all(xml, 'sp')) {
    const placeholder = first(shape, 'ph')
    if (placeholder && types.includes(placeholder.getAttribute('type') ?? '') && first(shape, 'xfrm'))
      return boxOf(shape)
  }
  return null
}

/** The box if it is on the slide and wide enough; else the app's own, scaled. */
function fitting(box: Box | null, own: Box, width: number, height: number): Box {
  const [x, y] = [width / OWN_LOOK.width, height / OWN_LOOK.height]
  const scaled = { x: own.x * x, y: own.y * y, w: own.w * x, h: own.h * y }
  if (!box || box.w < LEAST.w * width || box.h < 0.4) return scaled
  const isInside = box.x >= 0 && box.y >= 0 && box.x + box.w <= width + 0.01 && box.y + box.h <= height / 2
  return isInside ? box : scaled
}

/** The area below the headline: the office's content area if it is large enough. */
function bodyBelow(headline: Box, content: Box | null, width: number, height: number): Box {
  const top = Math.max(content?.y ?? 0, headline.y + headline.h + UNDER_HEADLINE)
  const bottom = Math.min(content ? content.y + content.h : height, height - FOOT)
  const isEnough =
    content !== null && content.w >= LEAST.w * width && content.x >= 0 && content.x + content.w <= width + 0.01
  const [x, w] = isEnough ? [content.x, content.w] : [headline.x, headline.w]
  if (bottom - top >= LEAST.h * height) return { x, y: top, w, h: bottom - top }
  const y = headline.y + headline.h + UNDER_HEADLINE
  return { x, y, w, h: height - FOOT - y }
}

type Colours = (name: string) => string | null

/** Theme colours by the names that a master maps: tx1 is usually dk1. */
function coloursOf(theme: Document, master: Document): Colours {
  const scheme = first(theme, 'clrScheme')
  const map = first(master, 'clrMap')
  return (name) => {
    const own = scheme && first(scheme, map?.getAttribute(name) ?? name)
    return own ? colourIn(own, () => null) : null
  }
}

/** The plain colour in an element; null if it has none. */
function colourIn(element: Element, colours: Colours): string | null {
  const plain = first(element, 'srgbClr')?.getAttribute('val') ?? first(element, 'sysClr')?.getAttribute('lastClr')
  const named = first(element, 'schemeClr')?.getAttribute('val')
  const found = plain ?? (named ? colours(named) : null)
  return found && /^[\da-f]{6}$/i.test(found) ? found.toUpperCase() : null
}

/** Fonts of a theme, the Chinese one if there is one; names with unusual characters are ignored. */
function fontsOf(theme: Document): Pick<DeckLook, 'headFont' | 'bodyFont'> {
  const fontOf = (name: string, own: string) => {
    const fonts = first(theme, name)
    if (!fonts) return own
    const hans = all(fonts, 'font').find((each) => each.getAttribute('script') === 'Hans')
    const named = [first(fonts, 'ea'), hans ?? null, first(fonts, 'latin')].map((each) =>
      each?.getAttribute('typeface'),
    )
    return named.find((typeface) => typeface && FONT_NAME.test(typeface)) ?? own
  }
  return { headFont: fontOf('majorFont', OWN_LOOK.headFont), bodyFont: fontOf('minorFont', OWN_LOOK.bodyFont) }
}

import { toBlob } from 'html-to-image'

/** Whether a font's unicode-range (`U+4e00-4eff, U+20`) covers any of the letters. */
function covers(range: string, letters: ReadonlySet<number>): boolean {
  return range.split(',').some((part) => {
    const [from = 0, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code.replaceAll('?', '0'), 16))
    for (const letter of letters) if (letter >= from && letter <= to) return true
    return false
  })
}

const dataUrl = async (url: string) => {
  const blob = await (await fetch(url)).blob()
  return new Promise<string>((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** The `@font-face` rules that a text needs, with embedded data: an image can't access the page's fonts. */
async function fontsFor(text: string): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0)!))
  const rules: CSSFontFaceRule[] = []
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) if (rule instanceof CSSFontFaceRule) rules.push(rule)
  const needed = rules.filter(({ style }) => covers(style.getPropertyValue('unicode-range') || 'U+0-10FFFF', letters))
  const faces = needed.map(async (rule) => {
    const url = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    if (!url) return ''
    const source = await dataUrl(new URL(url, rule.parentStyleSheet?.href ?? location.href).href)
    return rule.cssText.replace(/url\("?[^")]+"?\)/, `url(${source})`)
  })
  return (await Promise.all(faces)).join('\n')
}

/** Repaints the canvases of an element whenever they are read, until the returned function is called. */
function drawnWhenRead(element: HTMLElement, paint: (canvas: HTMLCanvasElement) => void): () => void {
  const canvases = [...element.querySelectorAll('canvas')]
  for (const canvas of canvases)
    canvas.toDataURL = (...how) => {
      paint(canvas)
      return HTMLCanvasElement.prototype.toDataURL.apply(canvas, how)
    }
  return () => {
    for (const canvas of canvases) Reflect.deleteProperty(canvas, 'toDataURL')
  }
}

/**
 * A part of the page as a PNG of a width in pixels. `paint` repaints a canvas whose buffer is not preserved, such as a
 * map's.
 */
export async function pictureOf(
  element: HTMLElement,
  width: number,
  background: string,
  paint: (canvas: HTMLCanvasElement) => void,
): Promise<Blob> {
  const letGo = drawnWhenRead(element, paint)
  try {
    const blob = await toBlob(element, {
      pixelRatio: width / element.clientWidth,
      backgroundColor: background,
      // Removes a transform that scales the part down beside a panel.
      style: { transform: 'none' },
      fontEmbedCSS: await fontsFor(element.textContent ?? ''),
      // Controls are not part of the picture.
      filter: (node) => !(node instanceof HTMLElement && (node.tagName === 'NAV' || node.tagName === 'DIALOG')),
    })
    if (!blob) throw new Error('the picture could not be drawn')
    return blob
  } finally {
    letGo()
  }
}

import type { Page } from 'playwright-core'

/** The limits for text and controls in the field. */
export interface ReadableLimits {
  /** Contrast of text to its background; disabled text is exempt. */
  readonly contrast: number
  /** Smallest text, in pixels. */
  readonly size: number
  /** Smallest width and height of a touch target, in pixels. */
  readonly target: number
}

export const IN_SUN: ReadableLimits = { contrast: 7, size: 18, target: 56 }

/**
 * What in the topmost window can’t be read or pressed: pale, small or cut text, text that overflows its control, and
 * controls that are smaller than a finger or covered. Scrolls each control into view and asks which element is at its
 * edges.
 */
export const unreadable = (page: Page, wanted: ReadableLimits = IN_SUN): Promise<string[]> =>
  page.evaluate(({ contrast, size, target }) => {
    type Colour = [number, number, number, number]
    const found = new Set<string>()
    const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    const start = (words: string) => `“${words.trim().slice(0, 24)}”`

    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const brush = canvas.getContext('2d', { willReadFrequently: true })!
    /** Accepts any colour notation, as the browser draws it. */
    function parsed(colour: string): Colour {
      brush.clearRect(0, 0, 1, 1)
      brush.fillStyle = colour
      brush.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const over = ([r, g, b, a]: Colour, below: Colour): Colour => [
      r * a + below[0] * (1 - a),
      g * a + below[1] * (1 - a),
      b * a + below[2] * (1 - a),
      1,
    ]
    const linear = (part: number) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
    const luminance = ([r, g, b]: Colour) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    function ratio(a: Colour, b: Colour): number {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
      return (light + 0.05) / (dark + 0.05)
    }
    function* upwards(from: Element): Generator<Element> {
      for (let each: Element | null = from; each; each = each.parentElement) yield each
    }
    const isShown = (each: Element) =>
      each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      // The link that skips the header is above the page until it gets the focus.
      each.getBoundingClientRect().bottom + scrollY > 0 &&
      // Elements for screen readers only are clipped.
      ![...upwards(each)].some((above) => getComputedStyle(above).clipPath !== 'none')

    function look(words: Text, element: Element): void {
      const range = document.createRange()
      range.selectNodeContents(words)
      const box = range.getBoundingClientRect()
      const style = getComputedStyle(element)
      // The symbol of a kind is beside its name.
      if (box.width < 2 || box.height < 2 || element.closest('[data-symbol]')) return
      const what = start(words.data)
      const letter = Number.parseFloat(style.fontSize)
      if (letter < size) found.add(`${style.fontSize}: ${what}`)
      const grounds: Colour[] = []
      let opacity = 1
      for (const each of upwards(element)) {
        const { backgroundColor, opacity: own } = getComputedStyle(each)
        if (grounds.at(-1)?.[3] !== 1) grounds.push(parsed(backgroundColor))
        opacity *= Number(own)
      }
      const ground = grounds.reduceRight((below, each) => over(each, below), [255, 255, 255, 1])
      const [r, g, b, a] = parsed(style.color)
      const seen = ratio(over([r, g, b, a * opacity], ground), ground)
      if (seen < contrast && !element.closest(':disabled, [aria-disabled="true"]'))
        found.add(`contrast ${seen.toFixed(2)}: ${what}`)
      if (words.data.trim().length > 3 && box.width < letter * 2 && box.height > letter * 3)
        found.add(`squeezed into a column: ${what}`)
      for (const each of upwards(element)) {
        // A map draws partial names at its edge; whole screens are beyond it.
        if (
          each.closest('[data-map-engine], [data-testid="county-drawing"]') ||
          each.querySelector('[data-map-engine]')
        )
          break
        if (getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1)
          found.add(`cut off at ${each.clientWidth} of ${each.scrollWidth} px: ${what}`)
      }
      const control = element.closest('button, a, summary')?.getBoundingClientRect()
      if (control && box.height > letter * 3.6) found.add(`broken into many lines: ${what}`)
      if (control && (box.left < control.left - 1 || box.right > control.right + 1 || box.bottom > control.bottom + 1))
        found.add(`leaves its control: ${what}`)
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode: words } = texts
      const { parentElement: element } = words
      if (words instanceof Text && words.data.trim() !== '' && element && isShown(element)) look(words, element)
    }

    function press(control: Element): void {
      if (control.closest('[inert]') || !isShown(control)) return
      control.scrollIntoView({ block: 'center', inline: 'nearest' })
      const label = control.closest('label')
      const box = (control.matches('[type=checkbox], [type=radio]') && label ? label : control).getBoundingClientRect()
      if (box.width < 2 || box.height < 2) return
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const answers = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(x + dx, y + dy)
        return [control, label].some((each) => each?.contains(hit))
      }
      const what = `${control.tagName} ${start(control.getAttribute('aria-label') || control.textContent || '')}`
      const reach = target / 2 - 1
      if (!answers(0, 0)) found.add(`covered: ${what}`)
      else if (!answers(-reach, 0) || !answers(reach, 0)) found.add(`narrow (${Math.round(box.width)} px): ${what}`)
      else if (!answers(0, -reach) || !answers(0, reach)) found.add(`low (${Math.round(box.height)} px): ${what}`)
    }
    const CONTROLS =
      'button, a[href], input:not([type=hidden], [type=file]), select, textarea, summary, [role=menuitem]'
    // Marks of a map are at their places, also above each other.
    for (const control of root.querySelectorAll(CONTROLS)) if (!control.closest('[data-map-marker]')) press(control)

    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) found.add(`the page scrolls sideways: ${scrollWidth} px`)
    return [...found]
  }, wanted)

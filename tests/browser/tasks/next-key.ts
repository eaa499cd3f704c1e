/**
 * The key that moves the focus nearer to an element, for somebody who sees the screen: F6 between parts, Tab or
 * Shift+Tab between stops, whichever is shorter, and arrows within a single stop; null once it has the focus. Runs in
 * the page.
 */
export function nextKey(wanted: Element): string | null {
  const PARTS = ['incoming', 'review', 'panel', 'question', 'map', 'table', 'months', 'ranking', 'list', 'detail']
  const CAN_FOCUS = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const ONE_STOP = '[role="toolbar"], [role="listbox"], [role="menu"], [role="grid"]'
  const target = (wanted.closest(CAN_FOCUS) ?? wanted.closest('label')?.control ?? wanted) as HTMLElement
  const at = (document.activeElement ?? document.body) as HTMLElement
  if (at === target) return null

  // In a combo box, which keeps the focus, the highlighted option is marked.
  if (target.matches('[role="option"]') && at.matches('[role="combobox"]'))
    return target.getAttribute('aria-selected') === 'true' ? null : 'ArrowDown'

  // Within a single stop.
  const isRadio = (element: Element): element is HTMLInputElement => element.matches('input[type="radio"]')
  const cell = (element: Element) => element.closest<HTMLTableCellElement>('td, th')
  const stop = target.closest(ONE_STOP)
  if (isRadio(target) && isRadio(at) && at.name === target.name) return 'ArrowDown'
  if (stop?.contains(at) && at !== stop) {
    if (stop.matches('[role="grid"]')) {
      // The filter of a heading comes after it.
      if (cell(at) !== cell(target) && !at.matches('[data-active]')) return 'Shift+Tab'
      const [here, there] = [cell(at), cell(target)]
      if (here === there) return 'Tab'
      if (there?.closest('thead') && !here?.closest('thead')) return 'ArrowUp'
      if (here && there && here.cellIndex !== there.cellIndex)
        return here.cellIndex < there.cellIndex ? 'ArrowRight' : 'ArrowLeft'
      return 'ArrowDown'
    }
    return at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'ArrowDown' : 'ArrowUp'
  }

  // The elements at which Tab stops, in order.
  const modal = [...document.querySelectorAll('dialog[open]')].findLast((each) => each.matches(':modal'))
  const root = modal ?? document.body
  const isStop = (element: HTMLElement) =>
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !(isRadio(element) && !element.checked && document.querySelector(`input[name="${element.name}"]:checked`))
  const stops = [...root.querySelectorAll<HTMLElement>(CAN_FOCUS)].filter(isStop)
  const group = isRadio(target) ? stops.find((each) => isRadio(each) && each.name === target.name) : undefined
  const goal = stops.indexOf(group ?? (stop && !isStop(target) ? stops.find((each) => stop.contains(each))! : target))
  if (goal < 0) return 'Tab'

  /** Keys from an element that may be no stop itself: by Tab, and by Shift+Tab. */
  const ways = (from: Element) => {
    const before = stops.filter(
      (each) => each !== from && each.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const isOn = stops.includes(from as HTMLElement)
    return { forward: goal - before.length + (isOn ? 0 : 1), back: before.length - goal }
  }
  const best = (from: Element) => {
    const { forward, back } = ways(from)
    return Math.min(forward > 0 ? forward : Number.POSITIVE_INFINITY, back > 0 ? back : Number.POSITIVE_INFINITY)
  }
  const { forward, back } = ways(at)
  const byTab = best(at)
  const parts = modal
    ? []
    : PARTS.map((id) => document.getElementById(id)).filter(
        (part) => part?.checkVisibility({ visibilityProperty: true }) && !part.closest('[inert]'),
      )
  const here = parts.findIndex((part) => part!.contains(at))
  const byPart = parts.flatMap((part, i) => {
    if (i === here) return []
    const on = here < 0 ? i + 1 : (i - here + parts.length) % parts.length
    const off = here < 0 ? parts.length - i : (here - i + parts.length) % parts.length
    const rest = part === target ? 0 : best(part!)
    return [
      { key: 'F6', keys: on + rest },
      { key: 'Shift+F6', keys: off + rest },
    ]
  })
  const quickest = byPart.sort((a, b) => a.keys - b.keys)[0]
  if (quickest && quickest.keys < byTab) return quickest.key
  return forward > 0 && (back <= 0 || forward <= back) ? 'Tab' : 'Shift+Tab'
}

import type { Connect } from 'vite'
import type { Engine } from './engine'
import { KEEP_SAVED, type SavedFile, takeSaved } from './saved'

/** How long something may take to come: engines without a graphics card, on a machine that has other work too. */
const PATIENCE = 60_000
/** Hundreds of files, again where one did not come. */
const OFFLINE_PATIENCE = 240_000

/** A question that a page does not outlive is asked again of the next; where the window has ended there is none. */
function unlessEnded(error: unknown): null {
  if (/invalid session id/.test(String(error))) throw error
  return null
}

/** In the page: the first element that is shown, can be used and has this name. */
const FIND = `(selector, name) => [...document.querySelectorAll(selector)].find((each) =>
  (each.type === 'file' || each.getClientRects().length > 0) && !each.disabled &&
  new RegExp(name).test((each.getAttribute('aria-label') ?? each.labels?.[0]?.innerText ?? each.innerText ?? '').trim()))`

const asked = (selector: string, name: string) => `(${FIND})(${JSON.stringify(selector)}, ${JSON.stringify(name)})`

/** Where an address has nothing of the app. */
const EMPTY = 'nothing.html'

/** Answers that empty page, for `serve`. */
export const answerEmpty: Connect.NextHandleFunction = (request, response, next) => {
  if (request.url !== `/${EMPTY}`) return next()
  response.setHeader('Content-Type', 'text/html')
  response.end('<!doctype html><link rel="icon" href="data:,"><title>empty</title>')
}

/** What a person does on a page of one address, in words that every engine understands. */
export class Visitor {
  constructor(
    readonly engine: Engine,
    private readonly origin: string,
  ) {}

  open(address: string): Promise<void> {
    return this.engine.open(this.origin + address)
  }

  /** Goes to a page of the same address that has nothing of the app. */
  leave(): Promise<void> {
    return this.open(EMPTY)
  }

  /** Begins as on a machine on which of Chentu is stored only that its tour was seen, and who draws its maps. */
  async beNew(mapEngine: 'webgl' | 'canvas' = 'canvas'): Promise<void> {
    await this.leave()
    const kept = JSON.stringify({ state: { toured: true, mapEngine }, version: 0 })
    await this.engine.ask(`localStorage.setItem('chentu-preferences', ${JSON.stringify(kept)})`)
  }

  /** Waits until an expression gives something, and gives it back. */
  async until<T>(expression: string): Promise<T> {
    const end = Date.now() + PATIENCE
    for (;;) {
      const found = await this.engine.ask<T>(expression).catch(unlessEnded)
      if (found) return found
      if (Date.now() > end) {
        const text = await this.engine.ask<string>('document.body.innerText')
        throw new Error(`never came: ${expression}\nthe page says: ${text.replace(/\s+/g, ' ').slice(0, 1500)}`)
      }
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  /** Waits for a text (a regular expression) in what the selector finds first; gives back what its groups hold. */
  see(pattern: string, selector = 'body'): Promise<string[]> {
    const found = `document.querySelector(${JSON.stringify(selector)})?.innerText.match(${JSON.stringify(pattern)})`
    return this.until(`(() => { const found = ${found}; return found ? [...found] : null })()`)
  }

  /** Waits for a number in a text, whose place the pattern has as its first group. */
  async number(pattern: string, selector?: string): Promise<number> {
    return Number((await this.see(pattern, selector))[1]!.replaceAll(',', ''))
  }

  /** Waits until a selector finds something; a part of the page that is there, shown or not. */
  async meet(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) !== null`)
  }

  /** Waits until counties and symbols are on the map. */
  mapDrawn(): Promise<void> {
    return this.meet('[data-testid="map"][data-drawn="true"][data-symbols]')
  }

  /** Waits until a selector finds nothing any more. */
  async miss(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) === null`)
  }

  async press(name: string, selector = 'button'): Promise<void> {
    await this.until(`(() => { const found = ${asked(selector, name)}; found?.click(); return Boolean(found) })()`)
  }

  /** Presses with the browser's own pointer: for what it lets only a person do. */
  async tap(name: string, selector = 'button'): Promise<void> {
    const [x, y] = await this.until<[number, number]>(`(() => {
      const found = ${asked(selector, name)}
      found?.scrollIntoView({ block: 'nearest' })
      const { left, right, top, bottom } = found?.getBoundingClientRect() ?? {}
      return found ? [(left + right) / 2, (top + bottom) / 2] : null
    })()`)
    await this.engine.tap(x, y)
  }

  /** Goes into a field and writes there. */
  async fill(name: string, value: string, selector = 'input, textarea'): Promise<void> {
    await this.until(`(() => {
      const found = ${asked(selector, name)}
      if (!found) return false
      found.focus()
      // Without a window manager no window of Firefox has the focus, and nothing hears of it.
      if (!document.hasFocus()) found.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value').set.call(found, ${JSON.stringify(value)})
      found.dispatchEvent(new Event('input', { bubbles: true }))
      return true
    })()`)
  }

  /** Chooses in a select of the app, by the beginnings of its name and of the option's words. */
  async pick(name: string, option: string): Promise<void> {
    await this.until(`(() => {
      const found = [...document.querySelectorAll('button[aria-haspopup="listbox"]')].find((each) =>
        document.getElementById(each.getAttribute('aria-labelledby').split(' ')[0]).textContent.startsWith(${JSON.stringify(name)}))
      found?.click()
      return Boolean(found)
    })()`)
    await this.press(`^${option}`, '[role="option"]')
    await this.miss('[role="listbox"] [role="option"]')
  }

  /** The text of an element that is there. */
  text(selector: string): Promise<string> {
    return this.engine.ask(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`)
  }

  /** Does what makes the page save a file, and waits for it. */
  async save(act: () => Promise<void>): Promise<SavedFile> {
    // Each engine saves files in another way: they are kept in the page instead.
    await this.engine.ask(KEEP_SAVED)
    await act()
    await this.until('window.saved.length > 0')
    return takeSaved(this.engine)
  }

  /** Waits until the app is kept for a start without a network; where it never is, the error says how far it came. */
  async keptForOffline(): Promise<void> {
    const state = `navigator.serviceWorker.getRegistration().then((found) => {
      if (!found) return 'no registration'
      const worker = found.installing ?? found.waiting ?? found.active
      if (found.active?.state !== 'activated') return worker?.state ?? 'a registration without a worker'
      return navigator.serviceWorker.controller !== null || 'activated, and this page is not under it'
    })`
    const end = Date.now() + OFFLINE_PATIENCE
    for (;;) {
      // A question that a page does not outlive is asked again of the next.
      const found = await this.engine.ask<unknown>(state).catch(String)
      if (found === true) return
      if (Date.now() > end) throw new Error(`not kept for a start without a network: ${found}`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}

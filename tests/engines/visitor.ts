import type { Connect } from 'vite'
import type { Engine } from './engine'
import { KEEP_SAVED, type SavedFile, takeSaved } from './saved'

/** Timeout for anything to appear: engines run without a graphics card, on a machine that may be busy. */
const PATIENCE = 60_000
/** Timeout for hundreds of files, including retries. */
const OFFLINE_PATIENCE = 240_000

/** A query whose page was left meanwhile is repeated on the next page; if the window was closed there is none. */
function unlessEnded(error: unknown): null {
  if (/invalid session id/.test(String(error))) throw error
  return null
}

/** In the page: the first element that is visible, enabled and has this name. */
const FIND = `(selector, name) => [...document.querySelectorAll(selector)].find((each) =>
  (each.type === 'file' || each.getClientRects().length > 0) && !each.disabled &&
  new RegExp(name).test((each.getAttribute('aria-label') ?? each.labels?.[0]?.innerText ?? each.innerText ?? '').trim()))`

const asked = (selector: string, name: string) => `(${FIND})(${JSON.stringify(selector)}, ${JSON.stringify(name)})`

/** Path of a page without the app. */
const EMPTY = 'nothing.html'

/**
 * For `serve`: serves that empty page and, unless `offline`, an empty service worker. The app's own one downloads the
 * whole app into each new profile, which takes a fifth of a journey's processor time.
 */
export const answerFirst =
  (offline: boolean): Connect.NextHandleFunction =>
  (request, response, next) => {
    const isEmpty = request.url === `/${EMPTY}`
    if (!isEmpty && (offline || request.url !== '/sw.js')) return next()
    response.setHeader('Content-Type', isEmpty ? 'text/html' : 'text/javascript')
    response.end(isEmpty ? '<!doctype html><link rel="icon" href="data:,"><title>empty</title>' : '')
  }

/** User actions on the pages of one address, independent of the engine. */
export class Visitor {
  constructor(
    readonly engine: Engine,
    private readonly origin: string,
  ) {}

  open(address: string): Promise<void> {
    return this.engine.open(this.origin + address)
  }

  /** Goes to a page of the same address without the app. */
  leave(): Promise<void> {
    return this.open(EMPTY)
  }

  /** Starts with only two stored settings: the tour was seen, and the map engine. */
  async beNew(mapEngine: 'webgl' | 'canvas' = 'canvas'): Promise<void> {
    await this.leave()
    const kept = JSON.stringify({ state: { toured: true, mapEngine }, version: 0 })
    await this.engine.ask(`localStorage.setItem('chentu-preferences', ${JSON.stringify(kept)})`)
  }

  /** Waits until an expression returns a value, and returns it. */
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

  /** Waits for a text (a regular expression) in the first match of the selector; returns its groups. */
  see(pattern: string, selector = 'body'): Promise<string[]> {
    const found = `document.querySelector(${JSON.stringify(selector)})?.innerText.match(${JSON.stringify(pattern)})`
    return this.until(`(() => { const found = ${found}; return found ? [...found] : null })()`)
  }

  /** Waits for a number in a text; it is the first group of the pattern. */
  async number(pattern: string, selector?: string): Promise<number> {
    return Number((await this.see(pattern, selector))[1]!.replaceAll(',', ''))
  }

  /** Waits until a selector matches an element, visible or not. */
  async meet(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) !== null`)
  }

  /** Waits until counties and symbols are on the map. */
  mapDrawn(): Promise<void> {
    return this.meet('[data-testid="map"][data-drawn="true"][data-symbols]')
  }

  /** Waits until a selector matches nothing. */
  async miss(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) === null`)
  }

  /** Whether there is such an element now, without waiting for it. */
  offers(name: string, selector = 'button'): Promise<boolean> {
    return this.engine.ask(`Boolean(${asked(selector, name)})`)
  }

  async press(name: string, selector = 'button'): Promise<void> {
    await this.until(`(() => { const found = ${asked(selector, name)}; found?.click(); return Boolean(found) })()`)
  }

  /** Presses with the browser's own pointer, for actions that need a user gesture. */
  async tap(name: string, selector = 'button'): Promise<void> {
    const [x, y] = await this.until<[number, number]>(`(() => {
      const found = ${asked(selector, name)}
      found?.scrollIntoView({ block: 'nearest' })
      const { left, right, top, bottom } = found?.getBoundingClientRect() ?? {}
      return found ? [(left + right) / 2, (top + bottom) / 2] : null
    })()`)
    await this.engine.tap(x, y)
  }

  /** Focuses a field and types into it. */
  async fill(name: string, value: string, selector = 'input, textarea'): Promise<void> {
    await this.until(`(() => {
      const found = ${asked(selector, name)}
      if (!found) return false
      found.focus()
      // Without a window manager no Firefox window has the focus, and no focus event is sent.
      if (!document.hasFocus()) found.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value').set.call(found, ${JSON.stringify(value)})
      found.dispatchEvent(new Event('input', { bubbles: true }))
      return true
    })()`)
  }

  /** Chooses an option of a select, by the start of the select's name and of the option's text. */
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

  /** The text of an existing element. */
  text(selector: string): Promise<string> {
    return this.engine.ask(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`)
  }

  /** Runs an action that saves a file, and waits for the file. */
  async save(act: () => Promise<void>): Promise<SavedFile> {
    // Each engine saves files differently, so they are kept in the page instead.
    await this.engine.ask(KEEP_SAVED)
    await act()
    await this.until('window.saved.length > 0')
    return takeSaved(this.engine)
  }

  /** Waits until the app is stored for an offline start; if it never is, the error says how far it got. */
  async keptForOffline(): Promise<void> {
    const state = `navigator.serviceWorker.getRegistration().then((found) => {
      if (!found) return 'no registration'
      const worker = found.installing ?? found.waiting ?? found.active
      if (found.active?.state !== 'activated') return worker?.state ?? 'a registration without a worker'
      return navigator.serviceWorker.controller !== null || 'activated, and this page is not under it'
    })`
    const end = Date.now() + OFFLINE_PATIENCE
    for (;;) {
      // A query whose page was left meanwhile is repeated on the next page.
      const found = await this.engine.ask<unknown>(state).catch(String)
      if (found === true) return
      if (Date.now() > end) throw new Error(`not kept for a start without a network: ${found}`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from './engine'

/** How long something may take to come: engines without a graphics card, on a machine that has other work too. */
const PATIENCE = 30_000
/** Hundreds of files, again where one did not come. */
const OFFLINE_PATIENCE = 90_000

/** In the page: the first element that is shown, can be used and has this name. */
const FIND = `(selector, name) => [...document.querySelectorAll(selector)].find((each) =>
  (each.type === 'file' || each.getClientRects().length > 0) && !each.disabled &&
  new RegExp(name).test((each.getAttribute('aria-label') ?? each.labels?.[0]?.innerText ?? each.innerText ?? '').trim()))`

const asked = (selector: string, name: string) => `(${FIND})(${JSON.stringify(selector)}, ${JSON.stringify(name)})`

/** What a person does on a page, in words that every engine understands. */
export class Visitor {
  constructor(
    readonly engine: Engine,
    private readonly origin: string,
  ) {}

  open(address: string): Promise<void> {
    return this.engine.open(this.origin + address)
  }

  /** Waits until an expression gives something, and gives it back. */
  async until<T>(expression: string): Promise<T> {
    const end = Date.now() + PATIENCE
    for (;;) {
      // A question that a page does not outlive is asked again of the next.
      const found = await this.engine.ask<T>(expression).catch(() => null)
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

  async press(name: string, selector = 'button'): Promise<void> {
    await this.until(`(() => { const found = ${asked(selector, name)}; found?.click(); return Boolean(found) })()`)
  }

  /** Writes into a field. */
  async fill(name: string, value: string, selector = 'input, textarea'): Promise<void> {
    await this.until(`(() => {
      const found = ${asked(selector, name)}
      if (!found) return false
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
  }

  /** The text of an element that is there. */
  text(selector: string): Promise<string> {
    return this.engine.ask(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`)
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

  /** Has files that the page would save kept in it instead, until it is loaded anew: each engine saves them in another way. */
  async keepSaved(): Promise<void> {
    await this.engine.ask(`(() => {
      const blobs = new Map()
      const addressOf = URL.createObjectURL
      URL.createObjectURL = (blob) => {
        const address = addressOf.call(URL, blob)
        blobs.set(address, blob)
        return address
      }
      window.saved = []
      HTMLAnchorElement.prototype.click = function () {
        window.saved.push({ name: this.download, blob: blobs.get(this.href) })
      }
    })()`)
  }

  /** Waits for a file that the page saves; gives its path in a folder. */
  async saved(folder: string): Promise<string> {
    await this.until('window.saved.length > 0')
    const { name, data } = await this.engine.ask<{ name: string; data: string }>(`new Promise((done, fail) => {
      const { name, blob } = window.saved.shift()
      const reader = new FileReader()
      reader.onload = () => done({ name, data: reader.result.split(',')[1] })
      reader.onerror = () => fail(reader.error)
      reader.readAsDataURL(blob)
    })`)
    const path = join(folder, name)
    writeFileSync(path, Buffer.from(data, 'base64'))
    return path
  }
}

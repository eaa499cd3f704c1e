/*
 * Starts the app from the single file, without folder or server. The file's content is provided as a folder at an address
 * of its own: modules become blobs when first imported, workers start with this same code, and `fetch` answers requests to
 * that folder from the file. The page and its workers share this one script, the only one in the page, so that the page's
 * policy can allow it by its hash.
 */
import type { Index, Start } from './archive'
import { Folder } from './folder'
import { Modules } from './modules'

/** The first message to a worker. */
interface Begun {
  readonly entry: string
  readonly base: string
  readonly index: Index
  readonly bytes: Blob
}

/** Provides the app's code with replacements for `import`, `import.meta` and style sheet lists that use the folder. */
function give(folder: Folder): Modules {
  const modules = new Modules(folder)
  const chentuFile = {
    base: folder.base,
    load: (path: string) => modules.load(path),
    dress: (paths: readonly string[]) => modules.dress(paths),
    meta: (path: string) => ({ url: folder.base + path }),
  }
  Object.assign(globalThis, { chentuFile })
  return modules
}

/** A `fetch` that answers from the folder, and passes other requests to `others`. */
function answerFrom(folder: Folder, others: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : null
    const path = folder.pathOf(request?.url ?? String(input))
    if (path === null) return others(input, init)
    const signal = init?.signal ?? request?.signal
    signal?.throwIfAborted()
    return folder.answer(path, new Headers(init?.headers ?? request?.headers))
  }
}

/** In a worker: starts with the first message, and re-dispatches messages that arrived before its code was ready. */
function beginWorker(): void {
  let early: MessageEvent[] | null = null
  const start = async ({ entry, base, index, bytes }: Begun) => {
    const folder = new Folder(base, index, bytes)
    // The app's own workers make no other requests.
    globalThis.fetch = answerFrom(folder, () => Promise.reject(new TypeError('not of this file')))
    await give(folder).load(entry)
    const waiting = early ?? []
    removeEventListener('message', hold)
    for (const { data, ports } of waiting) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }))
  }
  function hold(event: MessageEvent) {
    event.stopImmediatePropagation()
    if (early) return void early.push(event)
    early = []
    // Makes a worker's error reach its page.
    start(event.data as Begun).catch(reportError)
  }
  addEventListener('message', hold)
}

/** Replaces `Worker`, so that `new Worker` can start scripts from the folder. */
function giveWorkers(folder: Folder, boot: string): void {
  const script = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const begin = script(boot)
  globalThis.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      const url = String(address)
      const entry = folder.pathOf(url)
      // MapLibre supports pages without an origin and passes its worker's code as a data URL.
      super(url.startsWith('data:') ? script(decodeURIComponent(url.slice(url.indexOf(',') + 1))) : begin, {
        ...options,
        type: 'classic',
      })
      if (entry === null) return
      const { base, index, bytes } = folder
      const begun: Begun = { entry, base, index, bytes }
      this.postMessage(begun)
    }
  }
}

/** Returns the text of an element and removes it. */
function taken(id: string): string {
  const element = document.getElementById(id)!
  const text = element.textContent ?? ''
  element.remove()
  return text
}

/** Only in newer browsers (Chromium 140), ten times faster. */
const { fromBase64 } = Uint8Array as { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }

function bytesOf(base64: string): Blob {
  if (fromBase64) return new Blob([fromBase64.call(Uint8Array, base64)])
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return new Blob([bytes])
}

async function beginPage(): Promise<void> {
  const boot = document.currentScript?.textContent ?? ''
  const { base, index, entry, sheets, soon }: Start = JSON.parse(taken('start'))
  const folder = new Folder(base, index, bytesOf(taken('bytes')))
  globalThis.fetch = answerFrom(folder, globalThis.fetch.bind(globalThis))
  giveWorkers(folder, boot)
  const modules = give(folder)
  modules.dress(sheets)
  for (const path of soon) void modules.address(path)
  await modules.load(entry)
}

if (typeof document === 'undefined') beginWorker()
else
  beginPage().catch((error: unknown) => {
    document.getElementById('app')!.textContent =
      `尘图未能打开：文件不完整，或浏览器版本低于 Chromium 109。请重新拷贝文件，或换用新版浏览器。Chentu could not be opened: the file is incomplete, or the browser is older than Chromium 109. Copy the file again, or use a newer browser. (${error})`
  })

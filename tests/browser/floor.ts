import { createRequire } from 'node:module'
import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data'

// Not imported: Vite would make a module of its 18 MB.
const bcd: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data')

/** The oldest browsers that Chentu works in, as in vite.config.ts. */
const FLOOR = { chrome: 109, safari_ios: 16.4, firefox: 140 } as const

/** Interfaces that pages use everywhere. Of others' members the names are too common to be told apart in built code. */
const INTERFACES = [
  ...['AbortSignal', 'Blob', 'CacheStorage', 'CanvasRenderingContext2D', 'Clipboard', 'ClipboardItem', 'CSS', 'Crypto'],
  ...['DataTransferItem', 'Document', 'DOMRect', 'Element', 'EventTarget', 'File', 'FileSystemHandle', 'FormData'],
  ...[
    'Headers',
    'HTMLCanvasElement',
    'HTMLDialogElement',
    'HTMLElement',
    'HTMLInputElement',
    'IDBDatabase',
    'IDBFactory',
  ],
  ...[
    'IDBObjectStore',
    'IDBTransaction',
    'ImageData',
    'Location',
    'LockManager',
    'Navigator',
    'Node',
    'OffscreenCanvas',
  ],
  ...[
    'Performance',
    'Permissions',
    'ReadableStream',
    'Request',
    'ResizeObserverEntry',
    'Response',
    'ServiceWorkerContainer',
  ],
  ...[
    'ServiceWorkerRegistration',
    'StorageManager',
    'SubtleCrypto',
    'TextDecoder',
    'URL',
    'URLSearchParams',
    'Window',
    'Worker',
  ],
  ...['WorkerNavigator'],
]
/** Built-in objects of which only members of their own are newer, not those of their values. */
const STATIC = ['Atomics', 'CSS', 'Error', 'JSON', 'Math', 'Object', 'Promise', 'Reflect', 'Symbol']

/** Whether a browser of the floor lacks a feature, or has it only in part. */
function isNewer({ support }: CompatStatement): boolean {
  return Object.entries(FLOOR).some(([browser, version]) => {
    const stated = [support[browser as keyof typeof FLOOR]].flat()
    return !stated.some((each) => {
      if (!each || each.flags || each.prefix || each.alternative_name || each.version_removed) return false
      const added = Number.parseFloat(String(each.version_added).replace('≤', ''))
      return added <= version
    })
  })
}

/** What stands below a feature in the data. */
const members = (node: Identifier) =>
  Object.entries(node).filter((entry): entry is [string, Identifier] => entry[0] !== '__compat')

/** Names of members and objects that the floor lacks: `.toReversed`, `URL.canParse`, `CloseWatcher`. */
function newerNames(): Set<string> {
  const newer = new Set<string>()
  const old = new Set<string>()
  const { builtins } = bcd.javascript as { builtins: Identifier }
  for (const [owner, node] of [...members(bcd.api), ...members(builtins)]) {
    if (node.__compat && isNewer(node.__compat)) newer.add(owner)
    const isHeld = owner in builtins || INTERFACES.includes(owner)
    for (const [key, { __compat }] of members(node)) {
      if (!__compat || key === owner || !/^\w+$/.test(key) || /_(event|permission|support)$/.test(key)) continue
      const isStatic = key.endsWith('_static') || STATIC.includes(owner)
      const name = `${isStatic ? owner : ''}.${key.replace(/_static$/, '')}`
      if (!isNewer(__compat)) old.add(name)
      else if (isHeld) newer.add(name)
    }
  }
  // What an older object has too can't be told apart by its name: `.map` of an array and of an iterator.
  return new Set([...newer].filter((name) => !old.has(name)))
}

/** A call that is made only where there is what it calls. */
const GUARDED = /typeof ([\w$.]+)\s*===?\s*[`'"]function[`'"]\s*\?\s*\1\(/g

/** Which names in a built script the floor lacks. */
export function newerInScript(code: string, names = newerNames()): Set<string> {
  const used = new Set<string>()
  const unguarded = code.replace(GUARDED, '')
  // What follows the dots of a spread, `...xr(list)`, is a name of the file's own and no member.
  for (const [, owner, member] of unguarded.matchAll(/(?:\b([A-Z]\w*))?(?:\?\.|(?<!\.)\.)([A-Za-z]\w*)/g)) {
    if (owner) used.add(`${owner}.${member}`)
    used.add(`.${member}`)
  }
  for (const [, name] of code.matchAll(/(?<![.\w$`'"])([A-Z]\w*|scheduler|navigation)(?=[.(;,)\s])/g)) used.add(name!)
  return new Set([...used].filter((name) => names.has(name)))
}

/** Properties, functions, at-rules and selectors that the floor lacks. */
function newerStyles(): Set<string> {
  const newer = new Set<string>()
  const old = new Set<string>()
  const add = (name: string, { __compat }: Identifier) => {
    if (__compat) (isNewer(__compat) ? newer : old).add(name)
  }
  const { properties, types, selectors, 'at-rules': rules } = bcd.css as unknown as Record<string, Identifier>
  for (const [name, node] of members(properties!)) add(`${name}:`, node)
  for (const [name, node] of members(selectors!)) add(`:${name}`, node)
  for (const [name, node] of members(rules!)) {
    add(`@${name}`, node)
    for (const [inner, below] of members(node)) add(`@${name} ${inner}`, below)
  }
  const functions = (node: Identifier) => {
    for (const [name, below] of members(node)) {
      add(`${name}()`, below)
      functions(below)
    }
  }
  functions(types!)
  return new Set([...newer].filter((name) => !old.has(name)))
}

/** Which names in a built style sheet the floor lacks. */
export function newerInStyle(code: string, names = newerStyles()): Set<string> {
  const used = new Set<string>()
  for (const [, name] of code.matchAll(/[{;]([a-z-]+):/g)) used.add(`${name}:`)
  for (const [, name] of code.matchAll(/([a-z-]+)\(/g)) used.add(`${name}()`)
  for (const [, name] of code.matchAll(/::?([a-z-]+)/g)) used.add(`:${name}`)
  let outer = ''
  for (const [, name] of code.matchAll(/@([a-z-]+)/g)) {
    used.add(`@${name}`).add(`@${outer} ${name}`)
    outer = name!
  }
  return new Set([...used].filter((name) => names.has(name)))
}

/** The same lists for many files. */
export const NEWER_NAMES = newerNames()
export const NEWER_STYLES = newerStyles()

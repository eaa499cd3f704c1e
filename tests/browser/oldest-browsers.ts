import { createRequire } from 'node:module'
import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data'

// Not imported: Vite would turn its 18 MB into a module.
const bcd: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data')

/** The oldest supported browsers, as in vite.config.ts. */
const OLDEST_BROWSERS = { chrome: 109, safari_ios: 16.4, firefox: 140 } as const

/**
 * Interfaces that pages use everywhere. Member names of other interfaces are too common to be recognised in built code.
 */
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
/** Built-in objects of which only own members are newer, not those of their values. */
const STATIC = ['Atomics', 'CSS', 'Error', 'JSON', 'Math', 'Object', 'Promise', 'Reflect', 'Symbol']

/** Whether one of the oldest browsers lacks a feature, or has only a part of it. */
function isNewer({ support }: CompatStatement): boolean {
  return Object.entries(OLDEST_BROWSERS).some(([browser, version]) => {
    const stated = [support[browser as keyof typeof OLDEST_BROWSERS]].flat()
    return !stated.some((each) => {
      if (!each || each.flags || each.prefix || each.alternative_name || each.version_removed) return false
      const added = Number.parseFloat(String(each.version_added).replace('≤', ''))
      return added <= version
    })
  })
}

/** The features below another one in the data. */
const members = (node: Identifier) =>
  Object.entries(node).filter((entry): entry is [string, Identifier] => entry[0] !== '__compat')

/** Names of members and objects that the oldest browsers lack: `.toReversed`, `URL.canParse`, `CloseWatcher`. */
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
  // A name that an older object also has can’t be recognised: `.map` of an array and of an iterator.
  return new Set([...newer].filter((name) => !old.has(name)))
}

/** A call that is made only if its function exists. */
const GUARDED = /typeof ([\w$.]+)\s*===?\s*[`'"]function[`'"]\s*\?\s*\1\(/g

/** The name of a built file, whose hash may hold any letters: `page-CtgH-HID.js`. */
const BUILT_FILE = /[\w~.-]+-[\w-]{8}\.(?:js|css|wasm)\b/g

/** Names in a built script that the oldest browsers lack. */
export function unsupportedInScript(built: string, names = newerNames()): Set<string> {
  const used = new Set<string>()
  const code = built.replace(BUILT_FILE, '')
  const unguarded = code.replace(GUARDED, '')
  // The name after the dots of a spread, `...xr(list)`, is the file’s own and not a member.
  for (const [, owner, member] of unguarded.matchAll(/(?:\b([A-Z]\w*))?(?:\?\.|(?<!\.)\.)([A-Za-z]\w*)/g)) {
    if (owner) used.add(`${owner}.${member}`)
    used.add(`.${member}`)
  }
  for (const [, name] of code.matchAll(/(?<![.\w$`'"])([A-Z]\w*|scheduler|navigation)(?=[.(;,)\s])/g)) used.add(name!)
  return new Set([...used].filter((name) => names.has(name)))
}

/** Properties, functions, at-rules and selectors that the oldest browsers lack. */
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

/** Names in a built style sheet that the oldest browsers lack. */
export function unsupportedInStyle(code: string, names = newerStyles()): Set<string> {
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
export const UNSUPPORTED_NAMES = newerNames()
export const UNSUPPORTED_STYLES = newerStyles()

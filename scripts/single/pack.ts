import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { gzipSync } from 'fflate'
import { build, type Rolldown } from 'vite'
import type { Index, Place, Start } from './archive'
import { filesOf } from './files-of'
import { cutFonts, officeLetters } from './fonts'
import { movableModule } from './movable-module'

/**
 * Policy of the single file: as `PAGE_POLICY` of a served page, but the page itself, by hash and blobs, replaces its
 * folder.
 */
const policyOf = (hash: string) =>
  [
    "default-src 'none'",
    // The boot code and its imports; nothing that others put into the page.
    `script-src '${hash}' blob:`,
    'style-src blob:',
    'font-src blob:',
    'img-src data: blob:',
    'media-src blob:',
    'connect-src blob: http: https:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.csv': 'text/csv',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Types that do not compress further, or are read by ranges. */
const AS_IS = new Set(['.woff2', '.png', '.webp', '.parquet', '.pmtiles'])
/**
 * Folder of all screen texts. Code is excluded: it contains characters nobody reads, such as a complete pinyin
 * dictionary.
 */
const TEXTS = 'src/i18n'
/** Data files whose texts are shown. */
const TABLE = /^data\/.*\.(?:json|geojson|csv)$/
/** Files that only a server needs. */
const FOR_SERVERS = /^(?:index\.html|sw\.js|workbox-[^/]*\.js|manifest\.webmanifest|icon[^/]*)$/

/** The boot code as one script. */
async function bootScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome109',
      lib: { entry: 'scripts/single/boot.ts', formats: ['iife'], name: 'boot' },
    },
  })
  const [output] = made as Rolldown.RolldownOutput[]
  return output!.output[0].code.trim()
}

/** Subsets the fonts to the wanted characters; fonts without any are dropped, also from the style sheets. */
async function withCutFonts(files: ReadonlyMap<string, Buffer>): Promise<Map<string, Buffer>> {
  const cut = new Map([...files].filter(([path]) => !path.endsWith('.woff2')))
  const texts = [...filesOf(TEXTS).values(), ...[...cut].filter(([path]) => TABLE.test(path)).map(([, bytes]) => bytes)]
  const wanted = officeLetters(texts.map(String))
  for (const [path, bytes] of [...cut].filter(([path]) => path.endsWith('.css'))) {
    const { sheet, fonts } = await cutFonts(bytes.toString(), wanted, (name) => files.get(`assets/${name}`)!)
    cut.set(path, Buffer.from(sheet))
    for (const [name, font] of fonts) cut.set(`assets/${name}`, font)
  }
  return cut
}

/** Concatenates all files, compressed except for {@link AS_IS}, and indexes them. */
function archived(files: ReadonlyMap<string, Buffer>): { readonly index: Index; readonly bytes: Buffer } {
  const index: Record<string, Place> = {}
  const pieces: Uint8Array[] = []
  let from = 0
  for (const path of [...files.keys()].sort()) {
    const isPacked = !AS_IS.has(extname(path))
    const file = files.get(path)!
    const moved = path.endsWith('.js') ? Buffer.from(movableModule(path, file.toString())) : file
    const piece = isPacked ? gzipSync(moved, { level: 9, mtime: 0 }) : moved
    index[path] = [from, piece.length, isPacked ? 1 : 0, TYPES[extname(path)] ?? 'application/octet-stream']
    pieces.push(piece)
    from += piece.length
  }
  return { index, bytes: Buffer.concat(pieces) }
}

/** Paths in `href` or `src` of the built page's tags that match a pattern. */
const asked = (page: string, tags: RegExp) =>
  [...page.matchAll(tags)].map(([tag]) => /(?:href|src)="\.\/([^"]+)"/.exec(tag)![1]!)

/** The built folder as one page that opens without a server. The same folder gives the same bytes. */
export async function packSingle(folder: string): Promise<string> {
  const all = filesOf(folder)
  const page = all.get('index.html')!.toString()
  const icon = `data:image/svg+xml;base64,${all.get('icon.svg')!.toString('base64')}`
  const files = await withCutFonts(new Map([...all].filter(([path]) => !FOR_SERVERS.test(path))))
  const { index, bytes } = archived(files)
  const { name } = JSON.parse(all.get('data/datapackage.json')!.toString()) as { name: string }
  const start: Start = {
    base: `https://chentu.invalid/${encodeURIComponent(name)}/`,
    index,
    entry: asked(page, /<script [^>]*>/g)[0]!,
    sheets: asked(page, /<link rel="stylesheet"[^>]*>/g),
    soon: asked(page, /<link rel="modulepreload"[^>]*>/g),
  }
  const boot = await bootScript()
  const hash = `sha256-${createHash('sha256').update(boot).digest('base64')}`
  const head = page
    .slice(page.indexOf('<head>') + '<head>'.length, page.indexOf('</head>'))
    .replace(/\s*<(?:link|script)\b[^>]*>(?:<\/script>)?|\s*<meta http-equiv[^>]*>/g, '')
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta http-equiv="Content-Security-Policy" content="${policyOf(hash)}">${head}
    <link rel="icon" href="${icon}" />
  </head>
  <body>
    <div id="app"></div>
    <script type="application/json" id="start">${JSON.stringify(start).replaceAll('<', '\\u003c')}</script>
    <script type="text/plain" id="bytes">${bytes.toString('base64')}</script>
    <script>${boot}</script>
  </body>
</html>
`
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from './chromium'
import { UNSUPPORTED_NAMES, UNSUPPORTED_STYLES, unsupportedInScript, unsupportedInStyle } from './oldest-browsers'

const ASSETS = 'dist/assets'
/** Name and text of the built files; those in the folder itself belong to the service worker. */
const built = (ending: string): [string, string][] =>
  ['dist', ASSETS].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name): [string, string] => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  )
const scripts = built('.js')
const entries = scripts.filter(([name]) => /^\w+\.worker-/.test(name))
/** Names of all workers. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.worker.ts'))

/** Names that scripts may contain though one of the oldest browsers lacks them, and why. */
const ALLOWED_NAMES: Readonly<Record<string, readonly string[]>> = {
  'src/fallbacks.ts brings it': ['.toReversed'],
  'asked for before it is used, by a library': [
    ...['.checkVisibility', '.fromHex', '.toHex', '.toBase64', '.clearImmediate', '.setImmediate', '.gpu', 'GPU'],
    ...[
      '.devicePixelContentBoxSize',
      '.getAsFileSystemHandle',
      '.maxByteLength',
      '.memory',
      '.popover',
      '.requestPaint',
    ],
    ...['.startViewTransition', '.userAgentData', '.connection', '.mozInnerScreenX', 'Error.captureStackTrace'],
    ...['Symbol.asyncDispose'],
  ],
  'asked for before it is used, by us': ['.canShare', '.share', '.estimate', '.requestPermission', '.wakeLock'],
  'there, but Chromium before 124 gives its error another name, which we know': ['AbortSignal.timeout'],
  'does nothing where it is unknown': ['.capture', '.displayName', '.incremental'],
  'no name of ours: the minifier gives two letters to what it likes': ['ML'],
  'another thing of the same name, of a library or of ours': [
    ...[
      '.bytes',
      '.chunks',
      '.closedBy',
      '.difference',
      '.dispose',
      '.disposed',
      '.drop',
      '.escape',
      '.external',
      '.font',
      '.groupBy',
      '.grow',
    ],
    ...[
      '.ink',
      '.install',
      '.intersection',
      '.keyboard',
      '.presentation',
      '.resize',
      '.managed',
      '.maximize',
      '.revoke',
      '.sync',
      '.take',
      '.toArray',
    ],
    ...[
      '.union',
      '.use',
      '.when',
      '.windows',
      '.xmlEncoding',
      '.xmlStandalone',
      '.xmlVersion',
      '.zip',
      'Directory',
      'Rect',
    ],
  ],
}
/** The same for style sheets. */
const ALLOWED_STYLES: Readonly<Record<string, readonly string[]>> = {
  'the page looks a little plainer without it': [
    ...[
      '-webkit-tap-highlight-color:',
      '-webkit-touch-callout:',
      'accent-color:',
      'baseline-shift:',
      'color-rendering:',
    ],
    ...[
      'font-variant-alternates:',
      'font-variant-position:',
      'overscroll-behavior:',
      'paint-order:',
      'scrollbar-gutter:',
      'scrollbar-width:',
      'text-wrap:',
      ':selection',
    ],
  ],
  'only makes drawing faster': ['contain-intrinsic-size:', 'content-visibility:'],
  'stands beside the same for other engines': [
    ':-moz-range-thumb',
    ':-webkit-slider-thumb',
    'print-color-adjust:',
    'user-select:',
  ],
  'paper: without it the browser’s own margins, page numbers and breaks are printed': [
    '@page',
    'counter-set:',
    'orphans:',
    'size:',
    'widows:',
  ],
  'a value or a part of a name that looks like a selector': [':column', ':left', ':right', ':highlight'],
  'within a test for forced colours, which Safari does not have': ['forced-color-adjust:'],
}

/** Files in which each name was found that is not allowed. */
function unknown(files: [string, string][], find: (code: string) => Set<string>, allowed: typeof ALLOWED_NAMES) {
  const known = new Set(Object.values(allowed).flat())
  return files.flatMap(([file, code]) =>
    [...find(code)].filter((name) => !known.has(name)).map((name) => `${name} in ${file}`),
  )
}

describe('the built app keeps to Chromium 109, Safari 16.4 and Firefox ESR', () => {
  it('in its scripts, libraries included', () => {
    // The manual’s pages are only sentences.
    const code = scripts.filter(([name]) => !/^(?:zh|en)-pages-/.test(name))
    expect(unknown(code, (text) => unsupportedInScript(text, UNSUPPORTED_NAMES), ALLOWED_NAMES)).toEqual([])
  })

  it('in its style sheets', () => {
    expect(unknown(built('.css'), (code) => unsupportedInStyle(code, UNSUPPORTED_STYLES), ALLOWED_STYLES)).toEqual([])
  })

  it('uses a compatibility list that knows recent features', () => {
    const script = 'a.toSorted();b?.with(0,1);URL.canParse(c);Object.groupBy(d,e);new CloseWatcher;f.map(g).slice()'
    expect([...unsupportedInScript(script)]).toEqual(
      expect.arrayContaining(['.toSorted', '.with', 'URL.canParse', 'Object.groupBy', 'CloseWatcher']),
    )
    expect(unsupportedInScript(script)).not.toContain('.map')
    expect([...unsupportedInScript('f([...xr(g)])')]).toEqual([])
    expect([...unsupportedInScript('navigator.xr')]).toEqual(['.xr'])
    expect([...unsupportedInScript('import{a}from"./shared~page~m2-CtgH-HID.js";new HID()')]).toEqual(['HID'])
    expect([...unsupportedInScript('import{a}from"./shared~page~m2-CtgH-HID.js"')]).toEqual([])
    const style =
      'a{color:color-mix(in srgb,red,blue);display:grid}@scope (b){c:popover-open{color:light-dark(#000,#fff)}}'
    expect([...unsupportedInStyle(style)].sort()).toEqual([':popover-open', '@scope', 'color-mix()', 'light-dark()'])
  })
})

it('starts the worker of the package without the dictionary of pinyin, half as large as the rest', () => {
  const textOf = new Map(scripts)
  const found = new Set<string>()
  const follow = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    for (const [, next] of textOf.get(name)!.matchAll(/(?:import|from)"\.\/([^"]+)"/g)) follow(next!)
  }
  follow(scripts.find(([name]) => name.startsWith('dataset.worker-'))![0])
  const [dictionary] = scripts
    .filter(([name]) => name.startsWith('spelling-'))
    .sort(([, a], [, b]) => b.length - a.length)
  expect(dictionary![1].length).toBeGreaterThan(100_000)
  expect([...found].filter((name) => name.startsWith('main-'))).toHaveLength(1)
  expect(found).not.toContain(dictionary![0])
})

it('works from any path: nothing is requested from the root of the server', () => {
  const page = readFileSync('dist/index.html', 'utf8')
  expect(page).toMatch(/(src|href)="\.\//)
  expect(page).not.toMatch(/(src|href)="\//)
  expect(page).toContain('Content-Security-Policy')
})

describe('the page’s start', () => {
  const page = readFileSync('dist/index.html', 'utf8')
  const linked = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, name]) => name!)
  const first = linked(/<script[^>]+src="\.\/assets\/([^"]+)"/g)
  const preloaded = linked(/rel="modulepreload"[^>]+href="\.\/assets\/([^"]+)"/g)
  const codeOf = (name: string) => scripts.find(([each]) => each === name)![1]
  const imports = new Map(
    scripts.map(([name, code]) => [
      name,
      [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, path]) => path!),
    ]),
  )
  /** All files that a script imports before it runs. */
  function neededBy(name: string, found = new Set<string>()): Set<string> {
    if (found.has(name)) return found
    found.add(name)
    for (const path of imports.get(name) ?? []) neededBy(path, found)
    return found
  }

  it('has no circular imports between files: constants of one would be undefined when the other starts', () => {
    const inCircles = [...imports].filter(([name, paths]) => paths.some((path) => neededBy(path).has(name)))
    expect(inCircles.map(([name]) => name)).toEqual([])
  })

  it('is a short script that starts the package’s worker, and loads no code of the page before it', () => {
    expect(first).toHaveLength(1)
    const before = [...neededBy(first[0]!)]
    expect(before.filter((name) => codeOf(name).includes('dataset.worker'))).toHaveLength(1)
    expect(before.reduce((sum, name) => sum + codeOf(name).length, 0)).toBeLessThan(10_000)
  })

  it('the document names all code of the page: a few files, none of the map', () => {
    const whole = new Set([...preloaded, ...first])
    expect(whole.size).toBeLessThan(10)
    for (const name of whole)
      expect(
        [...neededBy(name)].filter((each) => !whole.has(each)),
        name,
      ).toEqual([])
    expect([...whole].filter((name) => /maplibre|deck\.gl/i.test(codeOf(name).slice(0, 2000)))).toEqual([])
    expect([...whole].filter((name) => codeOf(name).includes('preserveDrawingBuffer'))).toEqual([])
  })

  it('loads the code of the first screen in few files, and the map’s after it', () => {
    const screen = scripts.find(([name]) => name.startsWith('Explore-'))![0]
    const more = [...neededBy(screen)].filter((name) => !preloaded.includes(name))
    expect(more.length).toBeLessThan(30)
    expect(more.filter((name) => codeOf(name).includes('preserveDrawingBuffer'))).toEqual([])
  })
})

it('the service worker names every script, style and font, so that the app starts offline', () => {
  const kept = readFileSync('dist/sw.js', 'utf8')
  const files = readdirSync(ASSETS).filter((name) => /\.(?:js|css|woff2)$/.test(name))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => !kept.includes(`assets/${name}`))).toEqual([])
})

describe('a worker', () => {
  it('has an entry file that only imports the fallbacks and its main file', () => {
    expect(sources.length).toBeGreaterThan(0)
    for (const path of sources) {
      const imports = readFileSync(`src/${path}`, 'utf8').replaceAll(/^\/\/.*\n/gm, '')
      expect(imports).toBe(`import '@/fallbacks'\nimport './${basename(path, '.worker.ts')}.main'\n`)
    }
  })

  it('is started from one place, and no chunk imports its entry: WebKit would evaluate it twice', () => {
    const built = entries.map(([name]) => name.replace(/-.*/, '.ts')).sort()
    expect(built).toEqual(sources.map((path) => basename(path)).sort())
    for (const [entry] of entries) {
      // The service worker names every file.
      const naming = scripts.filter(([name, code]) => name !== 'sw.js' && code.includes(entry))
      expect(naming.map(([, code]) => code.split(entry).length - 1)).toEqual([1])
      const before = naming[0]![1].split(entry)[0]!.slice(-60)
      expect(before).toMatch(/new Worker\(/)
    }
  })

  it('starts without the file readers, which are loaded with the first file, so that the map does not wait', () => {
    /** Only the recognition of tables contains these words. */
    const knows = ([, code]: [string, string]) => code.includes('达标率|超标率')
    const begins = new Set(entries.filter(([name]) => name.startsWith('dataset.worker')).map(([name]) => name))
    for (const name of begins) {
      const code = scripts.find(([each]) => each === name)![1]
      for (const [, path] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) begins.add(path!)
    }
    expect(begins.size).toBeGreaterThan(1)
    expect(scripts.filter(knows)).not.toEqual([])
    expect(scripts.filter((script) => begins.has(script[0]) && knows(script)).map(([name]) => name)).toEqual([])
  })

  it('may request only from the app’s folder: every worker is served with the strict policy, and the server configurations in the docs match all of them', async () => {
    // The guides, and the server configurations beside them.
    const docs = ['docs', 'docs/serving'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(md|conf|config)$|^Caddyfile$/.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    )
    const patterns = [
      ...docs.join('\n').matchAll(/(?:~(\/assets\/\S*worker\S+) |path_regexp (\S+)$|<FilesMatch "([^"]+)">$)/gm),
    ]
    expect(patterns.length).toBeGreaterThanOrEqual(3)
    const server = await serve()
    const policyOf = async (path: string) =>
      (await fetch(`${server.origin}${path}`)).headers.get('content-security-policy')
    try {
      for (const [name] of entries) {
        expect(await policyOf(`assets/${name}`), name).toBe("default-src 'none'; script-src 'self'; connect-src 'self'")
        for (const [, nginx, caddy, apache] of patterns)
          expect(apache ? name : `/app/assets/${name}`).toMatch(new RegExp(apache ?? nginx ?? caddy!))
      }
      // The configured headers are those of the tests: recorded sounds, and the page’s own microphone.
      for (const name of ['content-security-policy', 'permissions-policy']) {
        const sent = (await fetch(server.origin)).headers.get(name)!
        expect(docs.join('\n').split(sent)).toHaveLength(5)
        expect(sent).toMatch(/media-src 'self' blob:|microphone=\(self\)/)
      }
      // It requests the map servers that the office added.
      const map = scripts.find(([name]) => name.startsWith('maplibre-gl-worker-'))!
      for (const path of ['', `assets/${map[0]}`])
        expect(await policyOf(path)).toMatch(/connect-src 'self' http: https:.*frame-ancestors 'none'/)
    } finally {
      await server.close()
    }
  })

  it('loads its fallbacks first, like the page', () => {
    const page = readFileSync('dist/index.html', 'utf8').match(/<script[^>]+src="\.\/assets\/([^"]+)"/)![1]
    for (const [name, code] of scripts.filter((script) => script[0] === page || entries.includes(script))) {
      const imports = [...code.matchAll(/(?<![.\w])import\s*(?:[\w{}$,*\s]+from\s*)?["']\.\/([^"']+)["']/g)].map(
        (each) => each[1],
      )
      expect(imports.filter((each) => !each!.startsWith('rolldown-runtime'))[0], name).toMatch(/^fallbacks-/)
    }
  })
})

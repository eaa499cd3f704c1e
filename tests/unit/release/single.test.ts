import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import type { Index } from '../../../scripts/single/archive'
import { Folder } from '../../../scripts/single/folder'
import { cutFonts, officeLetters } from '../../../scripts/single/fonts'
import { movableModule } from '../../../scripts/single/movable-module'
import { packSingle } from '../../../scripts/single/pack'

describe('a module of the build', () => {
  const moved = (text: string) => movableModule('assets/a.js', text)

  it('is refused if a text in it looks like an import', () => {
    expect(() => movableModule('assets/a.js', 'const KEY="chentu-module:alone"')).toThrow('chentu-module:')
    expect(movableModule('assets/a.js', 'const KEY="chentu:alone"')).toBe('const KEY="chentu:alone"')
  })

  it('has placeholders for the addresses of its imports', () => {
    expect(moved('import{x}from"./b.js";export*from"./c.js";')).toBe(
      'import{x}from"chentu-module:assets/b.js";export*from"chentu-module:assets/c.js";',
    )
  })
  it('gets its later imports and its own address from the boot code', () => {
    expect(moved('const a=()=>import(`./b.js`),u=import.meta.url')).toBe(
      'const a=()=>chentuFile.load("assets/b.js"),u=chentuFile.meta("assets/a.js").url',
    )
  })
  it('requests the style sheets of a lazy part, and no other preloaded file', () => {
    const text =
      'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./b.js","./b.css"])))=>i.map(i=>d[i]);p(()=>import("./b.js"),__vite__mapDeps([0,1]))'
    expect(moved(text)).toContain('p(()=>chentuFile.load("assets/b.js"),(chentuFile.dress(["assets/b.css"]),[]))')
  })
  it('is unchanged if it imports from a variable', () => {
    expect(moved('const f=async u=>import(/* @vite-ignore */u)')).toBe('const f=async u=>import(/* @vite-ignore */u)')
  })
  it('is refused if it imports a file that is not in a folder', () => {
    expect(() => moved('import x from"react"')).toThrow('assets/a.js imports react')
  })
})

describe('the folder in the single file', () => {
  const packed = gzipSync(new TextEncoder().encode('编号,名称'))
  const index: Index = { 'data/甲.csv': [0, packed.length, 1, 'text/csv'], 'b.bin': [packed.length, 4, 0, ''] }
  const folder = new Folder('https://chentu.invalid/x/', index, new Blob([packed, Uint8Array.of(1, 2, 3, 4)]))
  const ask = (path: string, range?: string) => folder.answer(path, new Headers(range ? { range } : {}))

  it('has a path for its own addresses and for no others', () => {
    expect(folder.pathOf('https://chentu.invalid/x/data/%E7%94%B2.csv?a#b')).toBe('data/甲.csv')
    expect(folder.pathOf('https://chentu.invalid/y/b.bin')).toBe(null)
  })
  it('returns a whole file, unpacked', async () => {
    expect(await (await ask('data/甲.csv')).text()).toBe('编号,名称')
  })
  it('returns ranges as a server does', async () => {
    const piece = await ask('b.bin', 'bytes=1-2')
    expect([piece.status, piece.headers.get('content-range')]).toEqual([206, 'bytes 1-2/4'])
    expect(new Uint8Array(await piece.arrayBuffer())).toEqual(Uint8Array.of(2, 3))
    expect((await ask('b.bin', 'bytes=2-99')).headers.get('content-range')).toBe('bytes 2-3/4')
    expect((await ask('b.bin', 'bytes=4-5')).status).toBe(416)
  })
  it('reports that it has no other file', async () => {
    expect((await ask('c.csv')).status).toBe(404)
  })
  it('detects a file that was damaged', async () => {
    const broken = packed.slice()
    broken[broken.length - 6]! ^= 1
    const other = new Folder('https://chentu.invalid/x/', index, new Blob([broken]))
    await expect(other.read('data/甲.csv')).rejects.toThrow()
  })
})

describe('the characters of an office’s texts', () => {
  const letters = officeLetters(['㸌'])
  const has = (text: string) => [...text].every((letter) => letters.has(letter.codePointAt(0)!))

  it('are ASCII, level 1 of GB 2312 with its symbols, and those in the texts', () => {
    expect(has('aZ9~ 咸阳市降尘量，“”①℃')).toBe(true)
    expect(has('㸌')).toBe(true)
    // A character of level 2, then one outside GB 2312, then the replacement character.
    expect([has('亍'), has('𰻝'), has('\ufffd')]).toEqual([false, false, false])
  })
  it('are kept in each part of a font; parts without any are dropped', async () => {
    const files = 'node_modules/@fontsource-variable/noto-sans-sc/files'
    const name = readdirSync(files).find((each) => each.endsWith('latin-wght-normal.woff2'))!
    const face = (range: string) => `@font-face{src:url(./${name})format("woff2");unicode-range:${range}}`
    const whole = readFileSync(join(files, name))
    const { sheet, fonts } = await cutFonts(`a{}${face('U+61-7a')}${face('U+10450')}`, new Set([0x61]), () => whole)
    expect(sheet).toBe(`a{}${face('U+61-7a')}`)
    expect(fonts.get(name)!.length).toBeLessThan(whole.length / 4)
  })
})

describe('the single file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-built-'))
  for (const [path, text] of Object.entries({
    'index.html':
      '<!doctype html><html lang="zh-CN"><head><meta http-equiv="Content-Security-Policy" content="x"><title>尘图</title><link rel="stylesheet" crossorigin="" href="./assets/page.css"><script type="module" crossorigin src="./assets/index.js"></script></head><body></body></html>',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'sw.js': '// for a server',
    'assets/index.js': 'document.title="</script>"',
    'assets/page.css': 'a{}',
    'data/datapackage.json': '{"name":"city"}',
  })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is the same, byte for byte, whenever it is made', async () => {
    expect(await packSingle(folder)).toBe(await packSingle(folder))
  })
  it('runs only its own scripts, and requests no parts', async () => {
    const page = await packSingle(folder)
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code!)
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256').update(scripts[0]!).digest('base64')
    expect(page).toContain(`script-src 'sha256-${hash}' blob:;`)
    expect(page).not.toMatch(/unsafe|http-equiv="Content-Security-Policy" content="x"|src="|href="\./)
    expect(page).not.toContain('sw.js')
  })
})

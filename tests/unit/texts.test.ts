import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh-CN'

function keys(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keys(value, `${prefix}${key}.`),
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

describe('texts', () => {
  it('have the same keys in both languages, and none is empty', () => {
    expect(keys(en).sort()).toEqual(keys(zh).sort())
    for (const texts of [zh, en])
      for (const key of keys(texts))
        expect(key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts)).not.toBe('')
  })

  it('are the only place for Chinese: none is in the code of the screens, except grades of the data', () => {
    const grades = /[优良中差引领性]/g
    for (const file of ['app', 'features', 'map', 'ui', 'store', 'layers', 'workers'].flatMap((room) =>
      sources(join('src', room)),
    )) {
      expect(
        withoutComments(readFileSync(file, 'utf8'))
          .replace(grades, '')
          .match(/\p{Script=Han}+/gu),
        file,
      ).toBeNull()
    }
  })

  it('are asked for in English only where they are loaded: i18next would return the key', () => {
    for (const file of sources('src').filter((each) => each !== join('src', 'i18n', 'index.ts')))
      expect(withoutComments(readFileSync(file, 'utf8')), file).not.toMatch(/getFixedT\('en'\)|\blng: 'en'/)
  })

  it('mention no city, so that exchanging the data is enough for another one', () => {
    for (const file of sources('src'))
      expect(withoutComments(readFileSync(file, 'utf8')).includes('咸阳'), file).toBe(false)
  })
})

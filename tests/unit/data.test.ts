import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Clause } from '@/domain/rules/clause'
import { isAdvisory } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import { isCreditCode } from '@/domain/sources/reading/credit-code'
import { type TextColumn, textAt } from '@/domain/table/column'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { searchSources } from '@/questions/search/search-sources'
import { sourceRecord } from '@/questions/source/source-record'
import { changzhiFiles } from '../../scripts/data/changzhi'
import { xianyangFiles } from '../../scripts/data/xianyang'
import { openFromDisk } from './package-from-disk'

describe('the default package', async () => {
  const { value, problems } = await openFromDisk('')
  const opened = value!
  const dataset = datasetOf(opened)
  const { sources } = opened.inventory
  const kinds = sources.columns.kind as TextColumn
  const count = (kind: string) => kinds.codes.filter((code) => kinds.dictionary[code] === kind).length

  it('equals the generator’s output byte for byte', () => {
    for (const [path, content] of xianyangFiles())
      expect(readFileSync(`data/${path}`).equals(Buffer.from(content)), path).toBe(true)
    for (const [path, content] of changzhiFiles())
      expect(readFileSync(`data/changzhi/${path}`, 'utf8') === content, path).toBe(true)
  }, 180_000)

  it('opens without problems and has the stated number of sources', () => {
    expect(problems).toEqual([])
    expect([
      count('construction-site'),
      count('demolition-site'),
      count('stockpile'),
      count('enterprise'),
      count('road'),
    ]).toEqual([420, 90, 260, 498, 40])
  })

  it('has exactly 328 enterprises within 25 km of the outline, in 22 industries', () => {
    const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
    const rows = Array.from({ length: sources.length }, (_, row) => row).filter(
      (row) => textAt(sources, 'kind', row) === 'enterprise',
    )
    expect(rows.filter((row) => members[row] === 1).length).toBe(328)
    const evaluated = evaluateRules(opened, '2022-10-31')
    const records = rows.map((row) => sourceRecord(evaluated, row).values)
    expect(new Set(records.map(({ industry }) => industry)).size).toBe(22)
    expect(records.every(({ creditCode }) => isCreditCode(String(creditCode)))).toBe(true)
  })

  it('breaks every rule somewhere; the only exception is a hint, which no finding counts', () => {
    const broken = new Set<string>()
    const days = ['2022-10-31', '2023-12-31'].map((day) => evaluateRules(opened, day))
    for (const { findings } of days) {
      for (const { rule, status } of findings)
        if (status.some((each) => each !== STATUS.fine)) broken.add(dataset.rules[rule]!.id)
    }
    const missing = dataset.rules.filter(({ id }) => !broken.has(id))
    expect(missing.map(({ id }) => id)).toEqual(['26-survey'])
    expect(missing.every(isAdvisory)).toBe(true)
    const { hints } = days[1]!
    expect(hints.some(({ status }) => status.some((each) => each !== STATUS.fine))).toBe(true)
  })

  it('has a data class for every source, and calls no invented one real', () => {
    for (let row = 0; row < sources.length; row++) {
      const expected = textAt(sources, 'kind', row) === 'plan-task' ? 'real' : 'illustrative'
      expect(textAt(sources, 'dataClass', row)).toBe(expected)
    }
  })

  it('has 24 months with a city mean', () => {
    expect(dataset.reports.map(({ city }) => city.mean).every((mean) => mean !== null)).toBe(true)
    expect(dataset.reports).toHaveLength(24)
  })

  it('has all 45 clauses, each with a lead or another responsible body', () => {
    const clauses = JSON.parse(readFileSync('data/clauses.json', 'utf8')) as Clause[]
    expect(clauses.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1))
    // Clause 39 has no lead; counties and departments carry it out.
    expect(clauses.filter(({ lead }) => lead.length === 0).map(({ number }) => number)).toEqual([39])
    expect(clauses.every(({ lead, carriedOutBy }) => lead.length + carriedOutBy.length > 0)).toBe(true)
  })

  it('finds sources by Chinese, code and pinyin initials', async () => {
    const name = textAt(sources, 'name', 0)
    const evaluated = evaluateRules(opened, '2022-10-31')
    const search = async (query: string) =>
      (await searchSources(evaluated, query, 5)).map(({ source, name }) => ({ source, name }))
    expect(await search(name)).toContainEqual({ source: 0, name })
    // The monitor at the enterprise comes next: readings arrive under its number.
    expect((await search('gd2022-0001'))[0]).toEqual({ source: 0, name })
    const [monitor] = (await search('yc2022-0001')).map(({ source }) => evaluated.opened.ties.bySource.get(source))
    expect(monitor).toMatchObject({ numbers: ['GD2022-0001', 'YC2022-0001'], at: 0 })
    expect((await search('wll'))[0]!.name).toMatch(/^文林路/)
  })
})

describe('a broken package', () => {
  it('reports which file lacks which column', async () => {
    const { value, problems } = await openFromDisk('', (file, text) =>
      file === 'stockpile.csv' ? text.replace('编号', '序') : text,
    )
    expect(value).toBeNull()
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'column-missing', file: 'stockpile.csv', column: '编号' }),
    )
  })

  it('reports which file is missing', async () => {
    const { value, problems } = await openFromDisk('', (file, text) => (file === 'rivers.geojson' ? null : text))
    expect(value).toBeNull()
    expect(problems).toContainEqual(expect.objectContaining({ code: 'file-unreachable', file: 'rivers.geojson' }))
  })

  it('reports a rule that reads a field which its kind lacks', async () => {
    const { problems } = await openFromDisk('', (file, text) =>
      file === 'rules.json' ? text.replace('"enclosed"', '"fence"') : text,
    )
    expect(problems.find(({ file }) => file === 'rules.json')).toMatchObject({
      code: 'rule-field-unknown',
      kind: 'construction-site',
      column: 'fence',
      seen: '23-six',
    })
  })

  it('still opens with an invalid cell, and reports where it is', async () => {
    const { value, problems } = await openFromDisk('', (file, text) =>
      file === 'yard.csv' ? text.replace('正常', '晴') : text,
    )
    expect(value).not.toBeNull()
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'not-in-list', file: 'yard.csv', seen: '晴', column: '当日天气' }),
    )
  })
})

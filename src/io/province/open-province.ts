import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson'
import type { Month } from '@/domain/calendar'
import type { Problem, Result } from '@/domain/problem'
import { parseJson } from '@/io/package/json'
import type { PackageFiles } from '@/io/package/package-files'
import { issuesText, type z } from '@/io/zod'
import {
  INDEX_FILE,
  INDEX_FORM,
  indexSchema,
  type MonthFile,
  monthFile,
  monthSchema,
  OUTLINES_FILE,
  type ProvinceIndex,
} from './province-file'

/** Counties of all cities, with `place` = index in the province index; and the cities' borders as lines. */
export type ProvinceOutlines = FeatureCollection<MultiPolygon | MultiLineString>

/** The same as stored in the file, with the id of the build; absent if an earlier version made it. */
export type MadeOutlines = ProvinceOutlines & { readonly made?: string }

async function readChecked<T>(
  files: PackageFiles,
  file: string,
  schema: z.ZodType<T>,
): Promise<{ readonly value: T | null; readonly problems: readonly Problem[] }> {
  const got = await files.read(file)
  if ('problem' in got) return { value: null, problems: [got.problem] }
  const parsed = parseJson(file, await got.blob.text())
  if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
  const form = (parsed.value as { form?: unknown } | null)?.form
  if (typeof form === 'number' && form > INDEX_FORM)
    return { value: null, problems: [{ code: 'package-later', file, seen: String(form) }] }
  const checked = schema.safeParse(parsed.value)
  return checked.success
    ? { value: checked.data, problems: [] }
    : { value: null, problems: [{ code: 'package-invalid', file, expected: issuesText(checked.error) }] }
}

/**
 * Opens what was built from a province's packages, without months and sources. Null with the problem if it cannot be
 * read.
 */
export async function openProvince(
  files: PackageFiles,
): Promise<Result<{ readonly index: ProvinceIndex; readonly outlines: ProvinceOutlines }>> {
  const { value: index, problems } = await readChecked(files, INDEX_FILE, indexSchema)
  if (!index) return { value: null, problems: [...problems] }
  const got = await files.read(OUTLINES_FILE)
  const empty: ProvinceOutlines = { type: 'FeatureCollection', features: [] }
  if ('problem' in got) return { value: { index, outlines: empty }, problems: [got.problem] }
  const parsed = parseJson(OUTLINES_FILE, await got.blob.text())
  if ('problem' in parsed) return { value: { index, outlines: empty }, problems: [parsed.problem] }
  const outlines = parsed.value as MadeOutlines | null
  // Counties refer to the index by position: outlines of another build would be painted with other counties' values.
  if (outlines?.made !== undefined && outlines.made !== index.made)
    return { value: { index, outlines: empty }, problems: [{ code: 'file-changed', file: OUTLINES_FILE }] }
  return { value: { index, outlines: outlines ?? empty }, problems: [] }
}

/** The ranking of a month, from the same build as the index; refused unless all columns have the same length. */
export async function openMonth(
  files: PackageFiles,
  month: Month,
  { made, counties }: Pick<ProvinceIndex, 'made' | 'counties'>,
): Promise<Result<MonthFile>> {
  const file = monthFile(month)
  const { value, problems } = await readChecked(files, file, monthSchema)
  if (!value) return { value, problems: [...problems] }
  if (value.made !== made) return { value: null, problems: [{ code: 'file-changed', file }] }
  const { county, ...columns } = value.counties
  const isWhole =
    Object.values(columns).every(({ length }) => length === county.length) &&
    county.every((place) => place < counties.length)
  if (isWhole) return { value, problems: [] }
  return { value: null, problems: [{ code: 'package-invalid', file, expected: 'counties' }] }
}

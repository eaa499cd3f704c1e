import { expose } from 'comlink'
import type { Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { Window } from '@/domain/sources/view/drawn-sources'
import type { ExportTable } from '@/io/export/export'
import { FetchedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { openMonth, openProvince } from '@/io/province/open-province'
import type { ProvinceIndex } from '@/io/province/province-file'
import { type AskedSources, ProvinceSources, type SeenSources, type SourceFacts } from '@/io/province/province-sources'
import { PyramidRefused } from '@/io/province/sources-pyramid'
import { pulse } from './pulse'

/** A question to a province that is not open: its worker died, and has to be told the address again. */
interface Province {
  readonly files: FetchedFiles
  readonly index: ProvinceIndex
  readonly sources: ProvinceSources
}

let province: Promise<Province | null> | null = null
let address = ''

/** An answer, or why there is none. */
export type Answered<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: Problem }

/** The province at an address, opened once; null where it can't be. */
function provinceAt(url: string): Promise<Province | null> {
  if (province && address === url) return province
  address = url
  const files = new FetchedFiles(new URL(url), null)
  province = openProvince(files).then(({ value }) =>
    value ? { files, index: value.index, sources: new ProvinceSources(files, value.index) } : null,
  )
  return province
}

const NOT_OPEN: Problem = { code: 'file-unreachable', file: '' }

async function answered<T>(url: string, ask: (province: Province) => Promise<T>): Promise<Answered<T>> {
  const open = await provinceAt(url)
  if (!open) return { value: null, problem: { ...NOT_OPEN, file: url } }
  try {
    return { value: await ask(open), problem: null }
  } catch (error) {
    if (error instanceof RangeFault) return { value: null, problem: error.problem }
    if (error instanceof PyramidRefused)
      return { value: null, problem: { code: 'file-unreadable', file: error.file, expected: 'Parquet' } }
    throw error
  }
}

const api = {
  ...pulse,
  /** `url` names province.json. */
  open: (url: string) => openProvince(new FetchedFiles(new URL(url), null)),
  async month(url: string, month: Month) {
    const open = await provinceAt(url)
    return open
      ? openMonth(open.files, month, open.index.counties.length)
      : { value: null, problems: [{ ...NOT_OPEN, file: url }] }
  },
  sources: (url: string, window: Window, zoom: number, asked: AskedSources): Promise<Answered<SeenSources>> =>
    answered(url, ({ sources }) => sources.seen(window, zoom, asked)),
  source: (
    url: string,
    at: readonly [number, number],
    reach: number,
    asked: AskedSources,
  ): Promise<Answered<SourceFacts | null>> => answered(url, ({ sources }) => sources.near(...at, reach, asked)),
  exportRows: async (table: ExportTable, format: 'xlsx' | 'csv') =>
    (await import('@/io/export/export')).exportTable(table, format, 'wgs84'),
}

export type ProvinceApi = typeof api
expose(api)

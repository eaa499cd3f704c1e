import { expose } from 'comlink'
import type { Month } from '@/domain/calendar'
import type { Problem, Result } from '@/domain/problem'
import type { Window } from '@/domain/sources/view/drawn-sources'
import type { ExportTable } from '@/io/export/export'
import { RangeFault } from '@/io/package/ranged-file'
import { openMonth, type ProvinceOutlines } from '@/io/province/open-province'
import type { MonthFile, ProvinceIndex } from '@/io/province/province-file'
import { type OpenedProvince, ProvinceFolder } from '@/io/province/province-folder'
import {
  ProvinceSources,
  type SourceFacts,
  type SourceFilter,
  type SourcesInWindow,
} from '@/io/province/province-sources'
import { PyramidRefused } from '@/io/province/sources-pyramid'
import { ChentuDatabase } from '@/io/versions/database'
import { VersionStore } from '@/io/versions/version-store'
import { loadedOnce } from './loaded-once'
import { pulse } from './pulse'

interface Province extends OpenedProvince {
  readonly folder: ProvinceFolder
  readonly sources: ProvinceSources
  readonly months: Map<Month, MonthFile>
  /** Problems of the parts that could not be read. */
  readonly problems: readonly Problem[]
}

/** A province could not be opened. */
class NotOpened extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.code)
  }
}

const store = new VersionStore(new ChentuDatabase())
/** The province requested last; if opening failed, the next question tries again. */
let last: { readonly url: string; readonly opened: () => Promise<Province>; is: Province | null } | null = null

async function openAt(url: string, before: Province | null): Promise<Province> {
  const folder = new ProvinceFolder(store, new URL(url))
  // If it can't be read again, the province that was fetched before stays: the stored copy may be older.
  const fetched = before && isKept(before) ? null : before
  const { value, problems } = await folder.open(fetched)
  if (value && value !== fetched) {
    const sources = new ProvinceSources(value.files(), value.index)
    return { ...value, folder, sources, months: new Map(), problems }
  }
  if (!before) throw new NotOpened(problems)
  return { ...before, problems: [...before.problems.filter(saysKept), ...problems] }
}

const saysKept = ({ code }: Problem) => code === 'kept-copy'
/** Whether a province is the stored copy. */
const isKept = ({ problems }: Pick<Province, 'problems'>) => problems.some(saysKept)

/** The province at an address; opened again with `anew`. @throws NotOpened */
function provinceAt(url: string, anew = false): Promise<Province> {
  if (last?.url !== url || (anew && last.is)) {
    const before = last?.url === url ? last.is : null
    const asked: NonNullable<typeof last> = {
      url,
      is: null,
      opened: loadedOnce(async () => {
        const opened = await openAt(url, before)
        asked.is = opened
        return opened
      }),
    }
    last = asked
  }
  return last.opened()
}

/** An answer, or the problem that prevented it. */
export interface AnswerOrProblem<T> {
  readonly value: T | null
  readonly problem: Problem | null
}

function problemOf(error: unknown, url: string): Problem {
  if (error instanceof NotOpened) return error.problems[0] ?? { code: 'file-unreachable', file: url }
  if (error instanceof RangeFault) return error.problem
  if (error instanceof PyramidRefused) return { code: 'file-unreadable', file: error.file, expected: 'Parquet' }
  throw error
}

async function answered<T>(url: string, ask: (province: Province) => Promise<T | null>): Promise<AnswerOrProblem<T>> {
  try {
    return { value: await ask(await provinceAt(url)), problem: null }
  } catch (error) {
    return { value: null, problem: problemOf(error, url) }
  }
}

const api = {
  ...pulse,
  /** `url`: address of province.json. `anew`: reads it again; if that fails, the open province stays. */
  async open(
    url: string,
    anew: boolean,
  ): Promise<Result<{ readonly index: ProvinceIndex; readonly outlines: ProvinceOutlines }>> {
    try {
      const { index, outlines, problems } = await provinceAt(url, anew)
      return { value: { index, outlines }, problems: [...problems] }
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error
      return { value: null, problems: [...error.problems] }
    }
  },
  month: (url: string, month: Month): Promise<AnswerOrProblem<MonthFile>> =>
    answered(url, async ({ index, files, months }) => {
      const known = months.get(month)
      if (known) return known
      const { value, problems } = await openMonth(files(), month, index)
      if (!value) throw new NotOpened(problems)
      months.set(month, value)
      return value
    }),
  sources: (
    url: string,
    window: Window,
    zoom: number,
    asked: SourceFilter,
  ): Promise<AnswerOrProblem<SourcesInWindow>> => answered(url, ({ sources }) => sources.seen(window, zoom, asked)),
  source: (
    url: string,
    at: readonly [number, number],
    reach: number,
    asked: SourceFilter,
  ): Promise<AnswerOrProblem<SourceFacts>> => answered(url, ({ sources }) => sources.near(...at, reach, asked)),
  /** Keeps what is needed to start without a network. @throws DOMException if there is no room for it */
  keepOffline: async (url: string, now: number): Promise<'kept' | 'unread'> => {
    const province = await provinceAt(url)
    return isKept(province) || (await province.folder.keep(province.index, now)) ? 'kept' : 'unread'
  },
  exportRows: async (table: ExportTable, format: 'xlsx' | 'csv') =>
    (await import('@/io/export/export')).exportTable(table, format, 'wgs84'),
}

export type ProvinceApi = typeof api
expose(api)

import { unzipSync } from 'fflate'
import i18next from 'i18next'
import { addMonths, type Month } from '@/domain/calendar'
import { countyMonth, publishedCountyMonth } from '@/domain/dustfall/county-month'
import { type DustfallSeries, type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { meets } from '@/domain/rules/clause'
import type { SceneData } from '@/features/meeting/paper-scenes'
import { papersOf } from '@/features/meeting/papers'
import type { MeetingPapers } from '@/io/papers/papers'
import { type Dataset, datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import type { TargetValue } from '@/questions/plan/target-values'
import { openFromDisk } from '../package-from-disk'

export const LAST: Month = '2022-10'
export const EMU_PER_INCH = 914_400
export const EMU_PER_POINT = 12_700

export async function sampleData(): Promise<{ readonly dataset: Dataset } & Pick<SceneData, 'problems'>> {
  const { value } = await openFromDisk('')
  return { dataset: datasetOf(value!), problems: monthProblems(evaluateRules(value!, '2022-10-31')) }
}

/** Decides which figures were corrected. */
type Correction = (county: number, month: Month) => boolean

/** A meeting with so many counties over two years, or over so many months; figures differ, and some are missing. */
export function meetingOf(
  { dataset, problems }: Awaited<ReturnType<typeof sampleData>>,
  names: readonly string[],
  change: Partial<SceneData> & {
    readonly corrected?: boolean | Correction
    readonly reason?: string
    readonly months?: number
    /** The month of the meeting; the last one without it. */
    readonly ofMonth?: Month
  } = {},
): MeetingPapers {
  const codes = names.map((_, i) => `c${i}`)
  const count = change.months ?? 24
  const months = Array.from({ length: count }, (_, i) => addMonths(LAST, i + 1 - count))
  const figure = (i: number, month: Month) => {
    const at = months.indexOf(month)
    if ((i * 7 + at) % 31 === 5) return countyMonth(codes[i]!, month, [])
    const value = (((i * 37 + at * 11) % 130) + 5) / 10
    const isCorrected =
      typeof change.corrected === 'function'
        ? change.corrected(i, month)
        : change.corrected && i === 0 && month === LAST
    const publication = isCorrected ? `2022-11-05公布；2022-11-15由3.0更正为3.1：${change.reason ?? '漏算'}` : ''
    return publishedCountyMonth({ county: codes[i]!, month, value, publication }, undefined)
  }
  const series: DustfallSeries = {
    ranked: codes,
    months: new Map(codes.map((code, i) => [code, new Map(months.map((month) => [month, figure(i, month)]))])),
  }
  const reports: MonthReport[] = months.map((month) => monthReport(series, month, 7))
  const named: Dataset = {
    ...dataset,
    reports,
    warnings: [],
    counties: codes.map((code, i) => ({ code, name: names[i]!, nameEn: names[i]!, aliases: [], ranked: true })),
  }
  return papersOf(
    { problems, ...change, dataset: change.dataset ? { ...named, settings: change.dataset.settings } : named },
    reports.find(({ month }) => month === (change.ofMonth ?? LAST))!,
    i18next.getFixedT('zh-CN'),
  ).papers
}

/** The plan's targets, each with a value. */
export const targetsOf = ({ clauses }: Dataset): TargetValue[] =>
  clauses.flatMap(({ number, targets }) =>
    targets.map((own, target) => {
      const measured = { value: target * 10 + 0.5, known: 1, of: 1 }
      return { clause: number, target, measured, standing: meets(own, measured.value) ? 'met' : 'notMet' }
    }),
  )

/** The matching parts of a zip file as text, in the order of their numbers. */
export async function partsOf(blob: Blob, pattern: RegExp): Promise<string[]> {
  const number = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0)
  return Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer())))
    .filter(([path]) => pattern.test(path))
    .sort(([a], [b]) => number(a) - number(b))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
}

export const slidesOf = (blob: Blob) => partsOf(blob, /^ppt\/slides\/slide\d+\.xml$/)
export const textsIn = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text!)

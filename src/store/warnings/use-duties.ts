import { minuteAt } from '@/domain/monitoring/minute-of'
import { type OnSiteItem, onSiteItem } from '@/domain/warnings/on-site'
import { isInForce } from '@/domain/warnings/warning'
import type { Dataset } from '@/questions/dataset'
import type { Duty } from '@/questions/warnings/duty'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useByClock } from '@/store/device/today'

type Duties = ReadonlyMap<number, ReadonlyMap<string, Duty>>
const NONE: Duties = new Map()

/** Period of a check, ISO 8601: `since` defaults to now, `ended` to not yet. */
export interface CheckTime {
  readonly since?: string | undefined
  readonly ended?: string | undefined
}

/** Duties of sources under the warnings in force during a check; now if no time is given. */
function useDuties(sources: readonly number[], { since, ended }: CheckTime = {}): Duties {
  const { warnings } = useOpened().dataset
  const codes = useByClock(() => {
    const last = minuteAt(ended ?? new Date().toISOString())
    const first = since === undefined ? last : Math.min(minuteAt(since), last)
    return JSON.stringify(warnings.filter((each) => isInForce(each, first, last)).map(({ code }) => code))
  })
  const found = useAnswer(
    async (worker): Promise<Duties> => {
      const inForce = JSON.parse(codes) as string[]
      return inForce.length === 0 || sources.length === 0 ? NONE : worker.dutiesOf(sources, inForce)
    },
    codes,
    [sources.join()],
  )
  return found ?? NONE
}

/** Voluntary measures oblige nobody to anything that could be checked. */
const isOwed =
  ({ warningMeasures }: Dataset) =>
  (number: number) =>
    warningMeasures[number]!.duty !== 'voluntary'

/** Returns whether a warning requires, or may require, something of a source now. */
export function useUnderWarning(sources: readonly number[]): (source: number) => boolean {
  const { dataset } = useOpened()
  const duties = useDuties(sources)
  return (source) =>
    [...(duties.get(source)?.values() ?? [])].some(({ asked, unclear }) => [...asked, ...unclear].some(isOwed(dataset)))
}

/**
 * Additional items for a check of a source because of warnings in force during it, now if no time is given; empty for a
 * source that is not in the data.
 */
export function useOnSiteItems(source: number | null, time?: CheckTime): readonly OnSiteItem[] {
  const { dataset } = useOpened()
  const duties = useDuties(source === null ? [] : [source], time)
  return [...((source !== null && duties.get(source)) || [])].flatMap(([code, { asked, unclear }]) => {
    const warning = dataset.warnings.find((each) => each.code === code)!.name
    return [...asked, ...unclear].filter(isOwed(dataset)).map((number): OnSiteItem => {
      const { id, what: title } = dataset.warningMeasures[number]!
      return { id: onSiteItem(code, id), field: null, title, warning, isUnclear: unclear.includes(number) }
    })
  })
}

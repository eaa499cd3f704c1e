import { minuteAt } from '@/domain/monitoring/minute-of'
import { type OnSiteItem, onSiteItem } from '@/domain/warnings/on-site'
import { isInForce } from '@/domain/warnings/warning'
import type { Dataset } from '@/questions/dataset'
import type { Duty } from '@/questions/duty'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useByClock } from '@/store/device/today'

type Duties = ReadonlyMap<number, ReadonlyMap<string, Duty>>
const NONE: Duties = new Map()

/** The time of a check, as ISO 8601: since when it lasts, now where that is not said, and when it ended, not yet where that is not. */
export interface CheckTime {
  readonly since?: string | undefined
  readonly ended?: string | undefined
}

/** What the warnings ask of sources that are in force at some time of a check, now where none is given. */
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

/** Of its own will nobody owes anything that could be looked at. */
const isOwed =
  ({ warningMeasures }: Dataset) =>
  (number: number) =>
    warningMeasures[number]!.duty !== 'voluntary'

/** Those of some sources of which a warning asks something now, or may. */
export function useUnderWarning(sources: readonly number[]): (source: number) => boolean {
  const { dataset } = useOpened()
  const duties = useDuties(sources)
  return (source) =>
    [...(duties.get(source)?.values() ?? [])].some(({ asked, unclear }) => [...asked, ...unclear].some(isOwed(dataset)))
}

/**
 * What a check of a source asks because of warnings that are in force at some time of it, now where none is given; nothing of one
 * that the data does not have.
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

import { dayOfInstant } from '@/domain/calendar'
import type { ExceedanceReason } from '@/domain/cases/exceedance-reason'
import { hourEndOfKey, monitorOfKey } from '@/domain/cases/opening-key'
import { wrongHoursOf } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'
import type { CaseOpened } from '@/ledger/case-bodies'
import { useAnswer } from '@/store/answers/use-answer'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'

const [HOUR, MINUTE_MS] = [60, 60_000]
/** Minutes shown before the first hour above the limit, and after it. */
const [BEFORE, AFTER] = [12 * HOUR, 24 * HOUR]
/** Days that contain them. */
const DAYS = 3

/** The hours around the value on which a case was opened. */
export interface CaseCurve {
  readonly device: string
  readonly parameter: Parameter
  /** Start of the first hour. */
  readonly from: Minute
  /** Null if there is no mean, or if a person found it wrong. */
  readonly values: readonly (number | null)[]
  /** Whether the hour is above the limit. */
  readonly over: readonly boolean[]
  /** In the unit of the parameter; null if no hour is above a limit any more. */
  readonly limit: Limit['value'] | null
  /**
   * Whether the background was subtracted before the hours above the limit were compared with it: from all of them,
   * from some, or, since no device is comparable, from none; null if the limit asks for no background.
   */
  readonly background: 'all' | 'some' | 'none' | null
  readonly isIllustrative: boolean
}

/**
 * The curve of a case that was opened on hours of a monitor, up to a moment; null for any other case, and while it is
 * read or if the device has no hours there.
 * @param at milliseconds since 1970
 */
export function useCaseCurve(opened: CaseOpened | null, at: number): CaseCurve | null {
  const verdicts = useDoubtVerdicts()
  const key = opened?.from ?? ''
  const monitor = monitorOfKey(key)
  const firstEnd = hourEndOfKey(key)
  const asked = monitor &&
    firstEnd !== null && {
      ...{ device: monitor.code, parameter: monitor.parameter, from: firstEnd - HOUR - BEFORE },
      until: Math.min(firstEnd + AFTER, Math.floor(at / MINUTE_MS)),
    }
  return useAnswer(
    async (worker): Promise<CaseCurve | null> => {
      if (!asked) return null
      const { device, parameter, from, until } = asked
      const asOf = dayOfInstant(new Date((until - 1) * MINUTE_MS).toISOString())
      const own = await worker.monitorHours(READINGS_NAME, { device, parameter, asOf, days: DAYS })
      const run = { device, parameter, hour: from + BEFORE }
      const reason = (await worker.exceedanceOpening(READINGS_NAME, run, verdicts)) ?? null
      const above = reason?.reason.of === 'exceedance' ? reason.reason : null
      const starts = Array.from({ length: Math.floor((until - from) / HOUR) }, (_, hour) => from + hour * HOUR)
      const values = starts.map((hour) => {
        const value = own.values[(hour - own.from) / HOUR] ?? Number.NaN
        const isWrong = wrongHoursOf(verdicts, { device, parameter, from: hour, until: hour + HOUR }) > 0
        return Number.isNaN(value) || isWrong ? null : value
      })
      if (values.every((value) => value === null)) return null
      return {
        ...{ device, parameter, from, values },
        over: starts.map((hour, i) => values[i] !== null && (above?.overHours.includes(hour) ?? false)),
        limit: above?.allowedUpTo ?? null,
        background: above?.limit.background ? backgroundOf(above) : null,
        isIllustrative: own.isIllustrative,
      }
    },
    JSON.stringify(asked),
    [verdicts],
  )
}

const backgroundOf = ({ alone, overHours }: Pick<ExceedanceReason, 'alone' | 'overHours'>) =>
  alone === 0 ? 'all' : alone < overHours.length ? 'some' : 'none'

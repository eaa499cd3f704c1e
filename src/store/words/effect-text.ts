import type { TFunction } from 'i18next'
import { type BeforeAndAfter, changeBeside, changeOf, type MeanOfHours } from '@/domain/cases/effect'
import { isLevel } from '@/domain/monitoring/mean'
import { localTime } from '@/domain/monitoring/minute-of'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { CaseEffect } from '@/questions/cases/case-effect'
import { doubtedLines } from './doubt-text'
import { valueText } from './monitor-figures'
import { distanceText } from './place'
import { signedNumber } from './signed-number'

/** A relative change in words: −38%, always with its sign. */
const changeText = (change: number): string => `${signedNumber(change * 100)}%`

/** Development of the values of a device and of its neighbours, one sentence each. */
export function effectLines(t: TFunction<'texts'>, effect: CaseEffect): readonly string[] {
  const { name, metres, parameter, own, near, neighbours, within, noticed, hasFirstHour } = effect
  const both = ({ before, after }: BeforeAndAfter, isOfSeveral = false) =>
    doubtedLines(t, { wrong: before.wrong + after.wrong, open: before.open + after.open }, isOfSeveral)
  const meanText = ({ mean, known, hours }: MeanOfHours) =>
    mean === null
      ? t('cases.readings.few', { known, hours })
      : `${valueText(mean, parameter)} ${PARAMETER_FACTS[parameter].unit}`
  const changeIn = (of: BeforeAndAfter): string => {
    if (of.before.mean === null || of.after.mean === null) return t('cases.readings.unknown')
    if (isLevel(parameter))
      return `${signedNumber(of.after.mean - of.before.mean, 1)} ${PARAMETER_FACTS[parameter].unit}`
    const change = changeOf(of)
    return change === null ? t('cases.readings.unknown') : changeText(change)
  }
  const words = (of: BeforeAndAfter) => ({
    before: meanText(of.before),
    after: meanText(of.after),
    change: changeIn(of),
  })
  // Levels do not change in proportion.
  const beside = isLevel(parameter) ? null : changeBeside(effect)
  return [
    t(metres === null ? 'cases.readings.own' : 'cases.readings.nearest', {
      ...{ name, parameter: t(`monitoring.names.${parameter}`), hours: own.before.hours },
      at: localTime(noticed),
      first: hasFirstHour ? t('cases.readings.first') : '',
      ...words(own),
      distance: distanceText(t, metres ?? 0),
    }),
    neighbours === 0
      ? t('cases.readings.alone')
      : t('cases.readings.near', { count: neighbours, within: distanceText(t, within), ...words(near) }),
    ...both(own),
    ...both(near, neighbours > 1).map((text) => t('cases.readings.ofNear', { text })),
    ...(beside === null
      ? []
      : [
          t('cases.readings.beside', {
            change: changeText(beside),
            expected: valueText(own.after.mean! / (1 + beside), parameter),
            actual: meanText(own.after),
          }),
        ]),
  ]
}

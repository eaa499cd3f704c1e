import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { CalledExceedance } from '@/questions/warnings/called-exceedances'
import { limitNote } from '@/store/words/limit-note'
import { classMark } from '@/store/words/measured'
import { spanText, valueText } from '@/store/words/monitor-figures'

type Texts = TFunction<'texts'>

/**
 * One line on the exceedance that a called source's monitor measured: hours, maximum, limit and whether it is
 * confirmed, and the data class.
 */
export function calledExceedanceText(t: Texts, exceedance: CalledExceedance): string {
  const { device, parameter, hours, from, until, value, compared, allowedUpTo } = exceedance
  const { unit } = PARAMETER_FACTS[parameter]
  const said = t(compared === value ? 'warning.over.line' : 'warning.over.lineCompared', {
    ...{ device, hours, unit, parameter: t(`monitoring.names.${parameter}`), span: spanText(from, until) },
    value: valueText(value, parameter),
    compared: valueText(compared, parameter),
    limit: valueText(allowedUpTo, parameter),
  })
  return [
    said,
    limitNote(t, [exceedance]),
    exceedance.isDoubted ? t('warning.over.doubted') : '',
    exceedance.isIllustrative ? classMark(t, 'illustrative') : '',
  ].join('')
}

/** Sources of the limits, with a note if unconfirmed; without duplicates. */
export const calledLimitTexts = (t: Texts, all: readonly CalledExceedance[], language: string): readonly string[] => [
  ...new Set(
    all.map(
      ({ limit }) => inLanguage(limit.source, language) + (limit.confirmed ? '' : ` · ${t('monitoring.unconfirmed')}`),
    ),
  ),
]

import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { CalledExceedance } from '@/questions/called-exceedances'
import { limitNote } from '@/store/words/limit-note'
import { classMark } from '@/store/words/measured'
import { spanText, valueText } from '@/store/words/monitor-figures'

type Texts = TFunction<'texts'>

/** What a monitor of one that was called measured above a limit, in a line: hours, the highest, the limit and whether anybody confirmed it, how real that is. */
export function calledExceedanceText(t: Texts, of: CalledExceedance): string {
  const { device, parameter, hours, from, until, value, compared, allowedUpTo } = of
  const { unit } = PARAMETER_FACTS[parameter]
  const said = t(compared === value ? 'warning.over.line' : 'warning.over.lineCompared', {
    ...{ device, hours, unit, parameter: t(`monitoring.names.${parameter}`), span: spanText(from, until) },
    value: valueText(value, parameter),
    compared: valueText(compared, parameter),
    limit: valueText(allowedUpTo, parameter),
  })
  return [
    said,
    limitNote(t, [of]),
    of.isDoubted ? t('warning.over.doubted') : '',
    of.isIllustrative ? classMark(t, 'illustrative') : '',
  ].join('')
}

/** Where the limits are from, and that nobody confirmed them; each once. */
export const calledLimitTexts = (t: Texts, all: readonly CalledExceedance[], language: string): readonly string[] => [
  ...new Set(
    all.map(
      ({ limit }) => inLanguage(limit.source, language) + (limit.confirmed ? '' : ` · ${t('monitoring.unconfirmed')}`),
    ),
  ),
]

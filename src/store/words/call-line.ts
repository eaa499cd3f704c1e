import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import type { WarningMeasure } from '@/domain/warnings/measure'
import { type CallEvent, calledAt } from '@/ledger/calls'
import { CALL_ANSWERS } from '@/ledger/event'
import type { OnSiteAnswer } from '@/store/warnings/call-standing'

/**
 * A call in one line, for screens and papers: time, caller, who answered and what. If it names its warning differently
 * from the table, that name is appended. @param warning name in the table; '' if it has none
 */
export function callLine(t: TFunction<'texts'>, event: CallEvent, warning = ''): string {
  const { author, at: written, body } = event
  const known = CALL_ANSWERS.find((each) => each === body.answer)
  const at = localMinute(calledAt(event))
  const said = [known ? t(`warning.answer.${known}`) : body.answer, body.note]
    .filter(Boolean)
    .join(t('warning.scene.comma'))
  const words = { at, by: author, person: body.person, answer: said }
  return [
    t(body.person === '' ? 'warning.lastAlone' : 'warning.last', words),
    ...(at === localMinute(written) ? [] : [t('warning.writtenAt', { at: localMinute(written) })]),
    ...(warning === '' || warning === body.warning.name ? [] : [t('warning.asNamed', { name: body.warning.name })]),
  ].join('')
}

/** One line on a check's answer to a measure of a warning. @param measures those of the package */
export function onSiteLine(
  t: TFunction<'texts'>,
  measures: readonly Pick<WarningMeasure, 'id' | 'what'>[],
  { measure, answer, day }: OnSiteAnswer,
  language: string,
): string {
  const known = measures.find(({ id }) => id === measure)
  return t('warning.onSite', {
    day,
    what: known ? inLanguage(known.what, language) : measure,
    answer: t(`check.answer.${answer}`),
  })
}

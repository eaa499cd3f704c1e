import type { TFunction } from 'i18next'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import { checklistOf } from '@/domain/rules/checklist'
import { type Change, type ChangedPart, changesOf, isAnswer, recordContent } from '@/ledger/changes'
import { writerOf } from '@/ledger/device'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { InspectionEvent } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { itemLabel } from './inspection-line'

/** Author and time of a correction, and its differences: old and new values. */
export function correctionLine(
  t: TFunction<'texts'>,
  dataset: Dataset,
  before: InspectionEvent,
  after: InspectionEvent,
  language: string,
): string {
  const { kind } = before.body.target
  const { items } = checklistOf(dataset.rules, kind)
  const value = (what: ChangedPart, text: string) => {
    if (what !== 'answer') return text || t('mend.none')
    return isAnswer(text) ? t(`check.answer.${text}`) : t('mend.unanswered')
  }
  const lineOf = ({ item, what, from, to }: Change) => {
    const label = item === null ? '' : itemLabel(dataset, kind, item, language, dayOfInstant(before.at))
    const name = what === 'answer' ? label : [label, t(`mend.what.${what}`)].filter(Boolean).join(' ')
    return t('mend.from', { name, from: value(what, from), to: value(what, to) })
  }
  const photos = displayedPhotos(after.body.photos).length
  const voices = after.body.voices?.length ?? 0
  const changes = changesOf(
    recordContent(before),
    recordContent(after),
    items.map(({ id }) => id),
  ).map(lineOf)
  return [
    t('mend.by', { who: writerOf(after), at: localMinute(after.at) }),
    ...(changes.length + photos + voices === 0 ? [t('mend.nothing')] : changes),
    ...(photos > 0 ? [t('mend.photos', { count: photos })] : []),
    ...(voices > 0 ? [t('mend.voices', { count: voices })] : []),
  ].join(t('ui.semicolon'))
}

import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import { checklistOf } from '@/domain/rules/checklist'
import { isAdvisory } from '@/domain/rules/rule'
import type { KindId } from '@/domain/sources/kinds/kind'
import { shortDevice } from '@/ledger/device'
import { ANSWERS, type Inspection, type LaterEvent, type LedgerEvent } from '@/ledger/event'
import type { WithdrawalEvent } from '@/ledger/fold'
import type { Dataset } from '@/questions/dataset'
import { columnLabel } from './kinds'

/** What an item of a kind's checklist is called; its id where the package no longer has it. */
export function itemLabel({ rules, kinds }: Dataset, kind: KindId, id: string, language: string) {
  const item = checklistOf(rules, kind).items.find((each) => each.id === id)
  const rule = rules.find((each) => each.kind === kind && each.id === id)
  // Older checklists asked for what is a hint by now.
  if (!item) return rule ? inLanguage(rule.title, language) : id
  return item.field ? columnLabel(kinds, language, item.field, kind) : inLanguage(item.title, language)
}

/** Items that a team found not to meet what is asked. Answers to what is only a hint count for nothing. */
export function failingItems({ rules }: Dataset, { answers }: Inspection): string[] {
  const hints = new Set(rules.filter(isAdvisory).map(({ id }) => id))
  return Object.entries(answers).flatMap(([item, answer]) => (answer === 'no' && !hints.has(item) ? [item] : []))
}

/** What an inspection came to: the items that do not meet what is asked by name, and how many have each other answer. */
export function answerLines(t: TFunction<'texts'>, dataset: Dataset, body: Inspection, language: string): string[] {
  const failing = failingItems(dataset, body).map((item) => itemLabel(dataset, body.target.kind, item, language))
  const given = Object.values(body.answers)
  return [
    ...(failing.length > 0
      ? [t('check.answerItems', { answer: t('check.answer.no'), items: failing.join(t('ui.comma')) })]
      : []),
    ...ANSWERS.filter((answer) => answer !== 'no').flatMap((answer) => {
      const count = given.filter((each) => each === answer).length
      return count > 0 ? [t('check.answerCount', { answer: t(`check.answer.${answer}`), count })] : []
    }),
  ]
}

/** One inspection in a line: when, by whom, what it came to. */
export function inspectionLine(
  t: TFunction<'texts'>,
  dataset: Dataset,
  { at, author, device, signature, body }: LedgerEvent & { readonly body: Inspection },
  language: string,
): string {
  return [
    `${localMinute(at)} ${author || shortDevice(device)}`,
    // Over plain HTTP a tablet has no key: nothing proves that it wrote this.
    ...(signature === '' ? [t('check.unsigned')] : []),
    ...answerLines(t, dataset, body, language),
    ...(body.photos.length > 0 ? [t('check.photos', { count: body.photos.length })] : []),
    ...(body.note ? [body.note] : []),
    ...(body.rectifyBy ? [t('check.by', { day: body.rectifyBy })] : []),
  ].join(' · ')
}

/** A record in a type of a later version: when and by whom; what it says is not shown. */
export const laterLine = (t: TFunction<'texts'>, { at, author, device, signature }: LaterEvent) =>
  [
    `${localMinute(at)} ${author || shortDevice(device)}`,
    ...(signature === '' ? [t('check.unsigned')] : []),
    t('check.later'),
  ].join(' · ')

/** Who withdrew a record, when and why. */
export const withdrawalLine = (t: TFunction<'texts'>, { at, author, device, body }: WithdrawalEvent) =>
  t('check.withdrawn', { who: author || shortDevice(device), at: localMinute(at), reason: body.reason })

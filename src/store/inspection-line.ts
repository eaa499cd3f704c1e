import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import { checklistOf } from '@/domain/rules/checklist'
import type { SourceKind } from '@/domain/sources/schema'
import { shortDevice } from '@/ledger/device'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import type { WithdrawalEvent } from '@/ledger/fold'
import type { Dataset } from '@/workers/answers'
import { inLanguage } from './names'

/** What an item of a kind's checklist is called; its id where the package no longer has it. */
export function itemLabel(t: TFunction<'texts'>, { rules }: Dataset, kind: SourceKind, id: string, language: string) {
  const item = checklistOf(rules, kind).items.find((each) => each.id === id)
  if (!item) return id
  return item.field ? t(`field.${item.field}` as 'field.name') : inLanguage(item.title, language)
}

/** One inspection in a line: when, by whom, what was wrong. */
export function inspectionLine(
  t: TFunction<'texts'>,
  dataset: Dataset,
  { at, author, device, signature, body }: LedgerEvent & { readonly body: Inspection },
  language: string,
): string {
  const failing = Object.entries(body.answers).flatMap(([item, answer]) =>
    answer === 'no' ? [itemLabel(t, dataset, body.target.kind, item, language)] : [],
  )
  return [
    `${localMinute(at)} ${author || shortDevice(device)}`,
    // Over plain HTTP a tablet has no key: nothing proves that it wrote this.
    ...(signature === '' ? [t('check.unsigned')] : []),
    failing.length === 0 ? t('check.noneFailing', { count: Object.keys(body.answers).length }) : failing.join('、'),
    ...(body.photos.length > 0 ? [t('check.photos', { count: body.photos.length })] : []),
    ...(body.note ? [body.note] : []),
    ...(body.rectifyBy ? [t('check.by', { day: body.rectifyBy })] : []),
  ].join(' · ')
}

/** Who withdrew a record, when and why. */
export const withdrawalLine = (t: TFunction<'texts'>, { at, author, device, body }: WithdrawalEvent) =>
  t('check.withdrawn', { who: author || shortDevice(device), at: localMinute(at), reason: body.reason })

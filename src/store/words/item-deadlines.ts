import type { TFunction } from 'i18next'
import { grouped } from '@/domain/grouped'

/** Deadlines in words: one day, or from the earliest to the latest. '' if none. */
export function deadlineWords(t: TFunction<'texts'>, days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? t('check.by', { day: first }) : t('check.byDays', { first, last })
}

/**
 * The deadlines of failing items in words: one for all of them, or else item by item, earliest first, with the items
 * that have none, so that no item is read as having another's. '' if none has a deadline.
 * @param items label and deadline of each failing item; '' for no deadline.
 */
export function itemDeadlineWords(
  t: TFunction<'texts'>,
  items: readonly (readonly [label: string, day: string])[],
): string {
  const groups = [...grouped(items, ([, day]) => day)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1),
  )
  const [first] = groups
  if (!first || first[0] === '') return ''
  if (groups.length === 1) return deadlineWords(t, [first[0]])
  return groups
    .map(([day, of]) => {
      const named = of.map(([label]) => label).join(t('ui.comma'))
      return day === '' ? t('check.byNone', { items: named }) : t('check.byItem', { items: named, day })
    })
    .join(t('ui.semicolon'))
}

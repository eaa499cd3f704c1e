import type { TFunction } from 'i18next'
import { grouped } from '@/domain/grouped'

/**
 * Reasons why items do not apply or could not be checked, in words. A reason that not all items have is followed by the
 * number of those that have it, and the number of items without any reason is stated. '' if there are no reasons.
 * @param reasons one of each item; '' for none.
 */
export function reasonWords(t: TFunction<'texts'>, reasons: readonly string[]): string {
  const groups = [...grouped(reasons, (reason) => reason)]
  const said = groups.filter(([reason]) => reason !== '')
  if (said.length === 0) return ''
  if (groups.length === 1) return said[0]![0]
  const unsaid = reasons.filter((reason) => reason === '').length
  return [
    ...said.map(([reason, of]) => t('lack.reasonOf', { reason, count: of.length })),
    ...(unsaid > 0 ? [t('lack.unstated', { count: unsaid })] : []),
  ].join(t('requirements.comma'))
}

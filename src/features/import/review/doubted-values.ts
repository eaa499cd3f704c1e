import type { TFunction } from 'i18next'
import { UNDATED } from '@/domain/intake/recognise/month-words'
import type { Problem } from '@/domain/problem'
import { monthName } from '@/store/words/month-name'
import type { OpenDoubt } from '@/workspace/import/blockers'

/** The dustfall values of a question, each with its county or point, its month, and what it was compared with. */
export function doubtedValues(t: TFunction<'texts'>, { count, first }: OpenDoubt): string {
  const values = first.map((problem) => doubtedValue(t, problem)).join(t('ui.semicolon'))
  return count > first.length ? t('data.doubted.more', { values }) : values
}

function doubtedValue(t: TFunction<'texts'>, { code, seen = '', expected = '', unit }: Problem): string {
  if (!unit) return seen
  const { name, month } = unit
  // The year of a month may still have to be chosen.
  const value = month.startsWith(UNDATED)
    ? `${name} ${seen}`
    : t('data.doubted.of', { name, month: monthName(t, month), seen })
  if (code === 'value-risen') return t('data.doubted.value-risen', { value, expected })
  if (code === 'value-above-others') return t('data.doubted.value-above-others', { value, expected })
  return t('data.doubted.value-too-large', { value })
}

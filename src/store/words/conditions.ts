import type { TFunction } from 'i18next'
import { joinList } from '@/domain/glossary'
import { useChentu } from '@/store/chentu'
import { useNarrowingWords } from './narrowing'
import { useTextsIn } from './office'

/** One condition of the sources shown: its name, and each choice in words. */
export interface Condition {
  readonly name: string
  readonly chosen: readonly string[]
  /** The same for the name of a file, if it is shorter. */
  readonly brief?: string
}

/**
 * All conditions of the sources shown, in a language (the page's if none is given): the filters, and the map's window
 * if only what is in it is counted. Every file, paper and picture of the sources shown says these.
 */
export function useConditions(given?: string): readonly Condition[] {
  const { t } = useTextsIn(given)
  const within = useChentu((state) => state.view.within)
  const conditions: readonly Condition[] = useNarrowingWords(given).map(({ name, chosen }) => ({ name, chosen }))
  if (!within) return conditions
  const [west, south, east, north] = within.map((degrees) => degrees.toFixed(2))
  return [
    ...conditions,
    {
      name: t('frame.withinChip'),
      chosen: [t('frame.withinBox', { west, south, east, north })],
      brief: t('frame.withinChip'),
    },
  ]
}

/** The conditions in one line. */
function lineOf(t: TFunction<'texts'>, conditions: readonly Condition[], language: string): string {
  return conditions.map(({ name, chosen }) => `${name} ${joinList(chosen, language)}`).join(t('ui.semicolon'))
}

/** The conditions with only the first of their choices; those without any are left out. */
function firstChoices(conditions: readonly Condition[], count: number): readonly Condition[] {
  let left = count
  return conditions.flatMap((condition) => {
    const chosen = condition.chosen.slice(0, Math.max(0, left))
    left -= chosen.length
    return chosen.length > 0 ? [{ ...condition, chosen }] : []
  })
}

/**
 * The conditions in one line that fits: where it does not, it says as many choices as do, and how many there are. At
 * least one is said; a single one is said whole.
 */
export function conditionsLine(
  t: TFunction<'texts'>,
  conditions: readonly Condition[],
  language: string,
  fits: (line: string) => boolean = () => true,
): string {
  const whole = lineOf(t, conditions, language)
  if (fits(whole)) return whole
  const all = conditions.reduce((sum, { chosen }) => sum + chosen.length, 0)
  const cut = (count: number) =>
    t('picture.andMore', { conditions: lineOf(t, firstChoices(conditions, count), language), count: all })
  if (all <= 1) return whole
  let count = all - 1
  while (count > 1 && !fits(cut(count))) count--
  return cut(count)
}

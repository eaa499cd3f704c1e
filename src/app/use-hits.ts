import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { countyName } from '@/domain/sources/county'
import { askingFor, NO_FILTERS } from '@/domain/sources/view/filters'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { useAsked } from '@/store/page/asked'
import { keyOf } from '@/store/view/view'
import { useKindTexts } from '@/store/words/kinds'
import { useRequirementTexts } from '@/store/words/requirements'
import { useCommands } from './commands'

const MOST_SOURCES = 12
const MOST_REQUIREMENTS = 6
const MOST_OF_EACH = 4

/** Something that the search box found, and what choosing it does. */
export interface Hit {
  readonly key: string
  readonly title: string
  readonly under: string
  run(): void
}

/** Sources and requirements from the worker; commands, counties and clauses by a part of their name. Null until the answer fits the query. */
export function useHits(query: string): readonly Hit[] | null {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const commands = useCommands()
  const ask = useAsked((state) => state.ask)
  const kindTexts = useKindTexts()
  const texts = useRequirementTexts()
  const wanted = query.trim().toLowerCase()
  const answer = useAnswer(
    async (worker) =>
      wanted === ''
        ? null
        : Promise.all([worker.search(query, MOST_SOURCES), worker.searchRequirements(query, MOST_REQUIREMENTS)]),
    query,
  )
  if (wanted === '' || answer === null) return null
  const [found, requirements] = answer
  const named = (hits: readonly Hit[]) =>
    hits
      .filter(({ title }) => wanted.split(/\s+/).every((word) => title.toLowerCase().includes(word)))
      .slice(0, MOST_OF_EACH)
  return [
    ...named(
      dataset.counties.map(({ code }) => ({
        key: `county ${code}`,
        title: countyName(dataset, code, i18n.language),
        under: t('filters.counties'),
        run: () => setView({ mode: 'explore', county: code }),
      })),
    ),
    ...requirements.map(({ key, rule, item, broken }): Hit => {
      const { clause, kind } = dataset.rules[rule]!
      const words = { clause, kind: kindTexts.title(kind), title: texts.title(rule), count: broken }
      return {
        key: `requirement ${key}`,
        title: item === null ? words.title : texts.items(rule, [item]),
        under: t(item === null ? 'requirement.found' : 'requirement.itemFound', words),
        // Asked from nothing: what narrowed before may have nothing to do with it.
        run: () => setView({ mode: 'explore', filters: askingFor(NO_FILTERS, key) }),
      }
    }),
    ...found.map(
      (found): Hit => ({
        key: `source ${found.source}`,
        title: found.name,
        under: `${countyName(dataset, found.county, i18n.language)} ${found.code}`,
        run: () => setView({ selected: keyOf(found) }),
      }),
    ),
    ...named(
      dataset.clauses.map(({ number, title }) => ({
        key: `clause ${number}`,
        title: `${t('plan.clause', { number })} ${inLanguage(title, i18n.language)}`,
        under: t('plan.title'),
        run: () => setView({ mode: 'explore', panel: 'plan', clause: number }),
      })),
    ),
    ...named([
      {
        key: 'handover',
        title: t('handover.title'),
        under: t('search.command'),
        run: () => {
          setView({ mode: 'explore' })
          ask({ dialog: 'handover' })
        },
      },
    ]),
    ...named(commands.map(({ id, label, keys, run }) => ({ key: `command ${id}`, title: label, under: keys, run }))),
  ]
}

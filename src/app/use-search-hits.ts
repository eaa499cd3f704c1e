import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { STATE_NAMES } from '@/domain/rules/status'
import type { SearchEntry } from '@/domain/search/name-index'
import { countyName } from '@/domain/sources/county'
import { NO_FILTERS, withOnlyRequirement } from '@/domain/sources/view/filters'
import { useOtherTexts } from '@/i18n'
import type { StandingNames } from '@/questions/search/search-conditions'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useDataset } from '@/store/chentu'
import { selectOnMap } from '@/store/chentu/on-map'
import { useFoundCounty } from '@/store/page/found-county'
import { useManual } from '@/store/page/manual'
import { keyOf, type View } from '@/store/view/view'
import { useKindTexts } from '@/store/words/kinds'
import { useRequirementTexts } from '@/store/words/requirements'
import type { ManualPage } from '@/ui/controls/HelpLink'
import { useCommands } from './commands'
import type { Place } from './focus-opened'
import { useQuestionCommands } from './question-commands'

const MAX_SOURCES = 12
const MAX_REQUIREMENTS = 6
const MAX_CONDITIONS = 6
const MAX_OF_EACH = 4
const MAX_COMMANDS = 8
const MAX_PAGES = 3

/** A search hit and its action. */
export interface SearchHit {
  readonly key: string
  readonly title: string
  readonly under: string
  /** Where the focus goes afterwards. */
  readonly lands: Place
  run(): void
}

/** The hits for a query. */
export interface SearchHits {
  readonly hits: readonly SearchHit[]
  /** Whether there are more sources than are listed. */
  readonly hasMore: boolean
}

/** A hit whose name the page knows, with all names it is found by. */
interface Named {
  readonly entry: SearchEntry
  readonly hit: SearchHit
}

const named = (hit: SearchHit, ...others: readonly string[]): Named => ({
  entry: { name: [hit.title, ...others].filter(Boolean).join(' '), code: '', county: '' },
  hit,
})

/** Common names of each status, in both languages. */
function standingNames(texts: readonly TFunction<'texts'>[]): StandingNames {
  return Object.fromEntries(
    STATE_NAMES.map((name) => [
      name,
      texts.flatMap((t) => [t(`status.${name}`), ...t(`search.standing.${name}`).split(' ')]),
    ]),
  ) as unknown as StandingNames
}

/**
 * Counties, clauses, commands and manual pages: few enough for the page to name them. Done only for a query, because
 * this runs on every change of the view.
 */
function useNamed() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const ownOf = useQuestionCommands()
  const keyed = useCommands()
  const openManual = useManual((state) => state.open)
  const other = useOtherTexts()
  return () => {
    const own = ownOf()
    const others = keyed.filter(({ id }) => own.every((each) => each.id !== id))
    const counties = dataset.counties.map(({ code, name, nameEn, aliases }) =>
      named(
        {
          key: `county ${code}`,
          title: countyName(dataset, code, i18n.language),
          under: t('filters.counties'),
          lands: 'county',
          run: () => {
            setView({ mode: 'explore', county: code, selected: null, point: null })
            useFoundCounty.getState().show(code)
          },
        },
        name,
        nameEn,
        ...aliases,
      ),
    )
    const clauses = dataset.clauses.map(({ number, title }) =>
      named(
        {
          key: `clause ${number}`,
          title: `${t('plan.clause', { number })} ${inLanguage(title, i18n.language)}`,
          under: t('plan.title'),
          lands: 'panel',
          run: () => setView({ mode: 'explore', panel: 'plan', clause: number }),
        },
        title.zh,
        title.en,
      ),
    )
    const commands = [
      ...own.map(({ id, label, words, kind = t('search.command'), lands, run }) =>
        named({ key: `command ${id}`, title: label, under: kind, lands, run }, words),
      ),
      ...others.map(({ id, label, words, keys, run, lands = 'screen' }) =>
        named({ key: `command ${id}`, title: label, under: t('search.commandKeys', { keys }), lands, run }, words),
      ),
    ]
    const pages = (Object.keys(t('manual.pages', { returnObjects: true })) as ManualPage[]).map((name) =>
      named(
        {
          key: `manual ${name}`,
          title: t(`manual.pages.${name}`),
          under: t('manual.page'),
          lands: 'dialog',
          run: () => openManual(name),
        },
        other(`manual.pages.${name}`),
        t(`manual.words.${name}`),
        other(`manual.words.${name}`),
      ),
    )
    return { counties, clauses, commands, pages, all: [...counties, ...clauses, ...commands, ...pages] }
  }
}

/**
 * Hits for a query: counties, combined conditions, requirements, sources, clauses, commands and manual pages, found by
 * their names in both languages or by pinyin. The worker interprets the query. Null until the answer belongs
 * to the query.
 */
export function useSearchHits(query: string): SearchHits | null {
  const { t, i18n } = useTranslation()
  const other = useOtherTexts()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const mode = useChentu((state) => state.view.mode)
  const namedThings = useNamed()
  const kindTexts = useKindTexts()
  const texts = useRequirementTexts()
  const wanted = query.trim()
  const answer = useAnswer(async (worker) => {
    if (wanted === '') return null
    const { all } = namedThings()
    const entries = all.map(({ entry }) => entry)
    return Promise.all([
      // Mapped to keys now, because the page's list may have changed when the answer is used.
      worker.searchNames(entries, wanted).then((found) => found.map((each) => all[each]!.hit.key)),
      worker.searchConditions(wanted, standingNames([t, other]), MAX_CONDITIONS),
      worker.searchRequirements(wanted, MAX_REQUIREMENTS),
      worker.searchSources(wanted, MAX_SOURCES + 1),
    ])
  }, query)
  if (wanted === '' || answer === null) return null
  const [names, conditions, requirements, sources] = answer
  const { counties, clauses, commands, pages } = namedThings()
  /** The hits among some entries, best first. */
  const among = (some: readonly Named[], count: number) =>
    names.flatMap((key) => some.find(({ hit }) => hit.key === key)?.hit ?? []).slice(0, count)
  // Replaces all filters, since previous ones may be unrelated, and closes details so that the list is visible.
  const ask = (filters: View['filters']) =>
    setView({ mode: 'explore', filters, within: null, selected: null, point: null })
  const conditionText = {
    requirements: texts.ofKey,
    kinds: kindTexts.title,
    statuses: (key: string) => t(`status.${key as 'overdue'}`),
    counties: (key: string) => countyName(dataset, key, i18n.language),
  }
  const hits = [
    ...among(counties, MAX_OF_EACH),
    ...conditions.map(
      ({ conditions: each, filters, total }): SearchHit => ({
        key: `conditions ${each.map(({ key }) => key).join()}`,
        title: each.map(({ facet, key }) => conditionText[facet](key)).join(' + '),
        under: t('search.conditions', { count: total }),
        lands: 'list',
        run: () => ask(filters),
      }),
    ),
    ...requirements.map(({ key, rule, item, broken }): SearchHit => {
      const { clause, kind } = dataset.rules[rule]!
      const words = { clause, kind: kindTexts.title(kind), title: texts.title(rule), count: broken }
      return {
        key: `requirement ${key}`,
        title: item === null ? words.title : texts.items(rule, [item]),
        under: t(item === null ? 'requirement.found' : 'requirement.itemFound', words),
        lands: 'list',
        run: () => ask(withOnlyRequirement(NO_FILTERS, key)),
      }
    }),
    ...sources.slice(0, MAX_SOURCES).map(
      (each): SearchHit => ({
        key: `source ${each.source}`,
        title: each.name,
        under: `${countyName(dataset, each.county, i18n.language)} ${each.code}`,
        lands: mode === 'field' ? 'screen' : 'detail',
        run: () => (mode === 'field' ? setView({ selected: keyOf(each) }) : selectOnMap(keyOf(each))),
      }),
    ),
    ...among(clauses, MAX_OF_EACH),
    ...among(commands, MAX_COMMANDS),
    ...among(pages, MAX_PAGES),
  ]
  return { hits, hasMore: sources.length > MAX_SOURCES }
}

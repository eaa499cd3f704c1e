import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { gradesOf } from '@/domain/sources/grades'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import type { Facet, Filters } from '@/domain/sources/view/filters'
import { clearNarrowing, isNarrowed, useChentu, useDataset, useOpened } from '@/store/chentu'
import { countedText } from '@/store/words/counted'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { ToggleChip } from '@/ui/controls/Chip'
import { inGroups } from '@/ui/controls/options'
import panel from '@/ui/panel.module.css'
import { ScreenPart } from '@/ui/ScreenPart'
import classes from './FiltersPanel.module.css'
import { NumberFilters } from './NumberFilters'
import { type Choice, useChoices } from './use-choices'

/** Filters the sources. Every choice shows how many sources it would leave. */
export function FiltersPanel() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const choices = useChoices()
  const dataset = useDataset()
  const counts = useOpened((opened) => opened.counts)
  const filters = useChentu((state) => state.view.filters)
  const narrowed = useChentu(({ view }) => isNarrowed(view))
  const clauses = [...new Set(dataset.rules.map(({ clause }) => clause))].sort((a, b) => a - b)
  // A link may name kinds of another package: they are listed, so that they can be deselected.
  const unknown = filters.kinds.filter((id) => !kindWithId(dataset.kinds, id))
  const titleOf = (number: number) => {
    const clause = dataset.clauses.find((each) => each.number === number)
    return clause ? inLanguage(clause.title, i18n.language) : ''
  }

  // If a status is chosen, all groups count sources of that status, so the hint would be wrong.
  const hint = (said: 'problemsOnly' | 'notFine') => (filters.statuses.length === 0 ? t(`filters.${said}`) : undefined)

  function group<D extends Facet>(
    dimension: D,
    label: string,
    all: readonly Choice<Filters[D][number]>[],
    hint?: string,
  ) {
    const chosen = filters[dimension] as readonly Filters[D][number][]
    const countOf = (value: Filters[D][number]) => counts.facets[dimension].get(String(value)) ?? 0
    // Choices that would leave no source are not offered, unless they are chosen already.
    const offered = all.filter(({ value }) => countOf(value) > 0 || chosen.includes(value))
    if (offered.length === 0) return null
    return (
      <fieldset key={dimension} className="plain">
        <legend className={panel.heading}>{label}</legend>
        {hint && <p className={classes.hint}>{hint}</p>}
        {inGroups(offered).map(([group, members]) => (
          <div key={group}>
            {group !== '' && <p className={classes.group}>{group}</p>}
            <div className={panel.chips}>
              {members.map(({ value, label, title }) => (
                <FacetChip
                  key={value}
                  {...{ dimension, value, label, title }}
                  pressed={chosen.includes(value)}
                  count={countOf(value)}
                />
              ))}
            </div>
          </div>
        ))}
      </fieldset>
    )
  }

  return (
    <>
      <h2 className={panel.title}>{t('filters.title')}</h2>
      <Left />
      {narrowed && <Button onClick={clearNarrowing}>{t('filters.clear')}</Button>}
      {group('statuses', t('filters.statuses'), choices.statuses)}
      {group(
        'kinds',
        t('filters.kinds'),
        kindTexts
          .grouped<Pick<Kind, 'id' | 'group'>>([...dataset.kinds, ...unknown.map((id) => ({ id }))])
          .flatMap(({ title: group, kinds }) =>
            kinds.map(({ id }) => ({ value: id, label: kindTexts.title(id), group })),
          ),
      )}
      {group('counties', t('filters.counties'), choices.counties)}
      <ScreenPart>
        <NumberFilters />
      </ScreenPart>
      {group(
        'clauses',
        t('filters.clauses'),
        clauses.map((value) => ({ value, label: t('plan.clause', { number: value }), title: titleOf(value) })),
        hint('problemsOnly'),
      )}
      {group('requirements', t('requirement.title'), choices.requirements, hint('problemsOnly'))}
      {group('leads', t('filters.leads'), choices.leads, hint('notFine'))}
      {group(
        'grades',
        kindTexts.grades,
        [...new Set(dataset.kinds.flatMap(gradesOf))].map((value) => ({ value, label: word(value), title: value })),
      )}
      {group('ring', t('filters.ring', { kinds: kindTexts.ringed }), [
        { value: 'inside', label: t('filters.inside') },
        { value: 'outside', label: t('filters.outside') },
        { value: 'unplaced', label: t('filters.unplaced') },
      ])}
    </>
  )
}

function Left() {
  const { t } = useTranslation()
  const shown = useOpened((opened) => opened.shown)
  return (
    <p role="status" className={classes.count}>
      {shown.total === 0 ? t('frame.none') : t('filters.left', { counted: countedText(t, shown.total, shown) })}
    </p>
  )
}

interface FacetChipProps extends Omit<Choice<string | number>, 'group' | 'title'> {
  readonly dimension: Facet
  readonly title: string | undefined
  readonly pressed: boolean
  readonly count: number
}

/**
 * Memoised: a press changes one of hundreds of chips, and the new counts change a few more; the rest need not be
 * rendered.
 */
const FacetChip = memo(({ dimension, value, label, title, pressed, count }: FacetChipProps) => (
  <ToggleChip pressed={pressed} count={count} title={title} onToggle={() => flip(dimension, value)}>
    {label}
  </ToggleChip>
))

/** Toggles a value in the current view, which may have changed since the chips were rendered. */
function flip(dimension: Facet, value: string | number): void {
  const { view, setView } = useChentu.getState()
  const chosen: readonly (string | number)[] = view.filters[dimension]
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
  setView({ filters: { ...view.filters, [dimension]: next } })
}

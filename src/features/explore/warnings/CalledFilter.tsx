import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { CALL_STANDINGS } from '@/domain/warnings/standing'
import { type CalledFilters, NO_CALLED_FILTERS } from '@/questions/warnings/warning-overview'
import { useDataset } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { groupName } from './group-name'
import classes from './WarningsPanel.module.css'

/** Prefix of option values, since '' is the option for all and an unknown county is an empty string as well. */
const CHOSEN = '='
const optionOf = (chosen: string | null) => (chosen === null ? '' : `${CHOSEN}${chosen}`)
const chosenOf = (value: string) => (value === '' ? null : value.slice(CHOSEN.length))

interface Props {
  readonly narrowing: CalledFilters
  /** Lead departments of the measures. */
  readonly leads: readonly string[]
  /** Number of sources that pass the filter. */
  readonly lines: number | null
  onChange(narrowing: CalledFilters): void
}

/** Filters the sources to call: by answer, county, department, or part of a name. */
export function CalledFilter({ narrowing, leads, lines, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { standing, county, lead, text } = narrowing
  const change = (part: Partial<CalledFilters>) => onChange({ ...narrowing, ...part })
  const all = { value: '', label: t('warning.filter.all') }
  const isNarrowed = JSON.stringify(narrowing) !== JSON.stringify(NO_CALLED_FILTERS)
  return (
    <section className={classes.filter} aria-label={t('warning.filter.title')}>
      <input
        type="search"
        autoComplete="off"
        className={`${panel.search} ${classes.search}`}
        aria-label={t('warning.filter.text')}
        placeholder={t('warning.filter.text')}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <Select<CalledFilters['standing']>
        label={t('warning.filter.standing')}
        value={standing}
        options={[
          { value: '', label: t('warning.filter.all') },
          ...([...CALL_STANDINGS, 'finished', 'unmet', 'failed'] as const).map((value) => ({
            value,
            label: t(`warning.answer.${value}`),
          })),
        ]}
        onChange={(value) => change({ standing: value })}
      />
      <Select
        label={t('warning.filter.county')}
        value={optionOf(county)}
        options={[
          all,
          ...dataset.counties.map(({ code }) => ({
            value: optionOf(code),
            label: countyName(dataset, code, i18n.language),
          })),
          { value: CHOSEN, label: t('filters.noCounty') },
        ]}
        onChange={(value) => change({ county: chosenOf(value) })}
      />
      <Select
        label={t('warning.filter.lead')}
        value={optionOf(lead)}
        options={[
          all,
          ...leads.map((each) => ({
            value: optionOf(each),
            label: groupName(t, dataset, 'lead', each, i18n.language),
          })),
        ]}
        onChange={(value) => change({ lead: chosenOf(value) })}
      />
      {isNarrowed && (
        <p role="status" className={classes.left}>
          {lines !== null && t('warning.filter.left', { count: lines })}{' '}
          <Button weight="quiet" onClick={() => onChange(NO_CALLED_FILTERS)}>
            {t('warning.filter.clear')}
          </Button>
        </p>
      )}
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { ProvinceIndex } from '@/io/province/province-file'
import type { SourcesInWindow } from '@/io/province/province-sources'
import { type ProvinceView, setProvinceView } from '@/store/province/province-view'
import { ToggleChip } from '@/ui/controls/Chip'
import panel from '@/ui/panel.module.css'
import classes from './Province.module.css'

/** Removes a member from a list, or adds it if it is missing. */
const toggled = <T,>(list: readonly T[], member: T): readonly T[] =>
  list.includes(member) ? list.filter((each) => each !== member) : [...list, member]

interface Props {
  readonly index: ProvinceIndex
  readonly view: ProvinceView
  readonly seen: SourcesInWindow | null
}

/** Filters for the groups and statuses of the sources on the map, with the number shown. */
export function SourceFilters({ index, view, seen }: Props) {
  const { t, i18n } = useTranslation()
  if (index.levels.length === 0) return <p className={classes.filters}>{t('province.sources.none')}</p>
  return (
    <section className={classes.filters} aria-label={t('province.sources.label')}>
      <fieldset className={panel.chips} aria-label={t('province.sources.groups')}>
        {index.groups.map(({ id, title }) => (
          <ToggleChip
            key={id}
            pressed={view.groups.includes(id)}
            onToggle={() => setProvinceView({ groups: toggled(view.groups, id) })}
          >
            {inLanguage(title, i18n.language)}
          </ToggleChip>
        ))}
      </fieldset>
      <fieldset className={panel.chips} aria-label={t('province.sources.standings')}>
        {[...STATUS_NAMES].reverse().map((standing) => (
          <ToggleChip
            key={standing}
            pressed={view.standings.includes(standing)}
            onToggle={() => setProvinceView({ standings: toggled(view.standings, standing) })}
          >
            {t(`status.${standing}`)}
          </ToggleChip>
        ))}
      </fieldset>
      <p role="status">
        {seen &&
          `${t(seen.cells ? 'province.sources.about' : 'province.sources.shown', { total: seen.total.toLocaleString(i18n.language) })} · ${t(
            seen.problem ? 'province.sources.apart' : seen.cells ? 'province.sources.cells' : 'province.sources.dots',
          )}`}
      </p>
    </section>
  )
}

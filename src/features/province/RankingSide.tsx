import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import type { Problem } from '@/domain/problem'
import { containsText } from '@/domain/search/contains'
import type { MonthFile, ProvinceIndex } from '@/io/province/province-file'
import { useStartsOffline } from '@/store/page/offline'
import { useAttempt } from '@/store/page/use-attempt'
import { type ProvinceView, RANKINGS, setProvinceView } from '@/store/province/province-view'
import { askProvince } from '@/store/province/province-worker'
import { monthName } from '@/store/words/month-name'
import { Menu } from '@/ui/controls/Menu'
import { MonthPicker } from '@/ui/controls/MonthPicker'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { Why } from '@/ui/Why'
import { CityRanking } from './CityRanking'
import { CountyRanking } from './CountyRanking'
import { type CountyRow, cityName, missingCityText } from './county-rows'
import { MissingCities } from './MissingCities'
import classes from './Province.module.css'
import { citiesTable, countiesTable } from './province-table'
import { Troubles } from './Troubles'

const ALL = ''
const FORMATS = ['xlsx', 'csv'] as const

interface Props {
  readonly index: ProvinceIndex
  readonly view: ProvinceView
  readonly month: string | null
  /** The month's ranking; null until it is loaded. */
  readonly file: MonthFile | null
  readonly rows: readonly CountyRow[]
  readonly chosen: number | null
  readonly problems: readonly Problem[]
  onChoose(county: number | null): void
  openCity(city: number): string
}

/** The rows to list: of one city, or of all if `city` is null, whose name or code contains the typed text. */
function listedOf(
  { counties, cities }: ProvinceIndex,
  of: { readonly rows: readonly CountyRow[]; readonly cities: MonthFile['cities'] },
  city: number | null,
  typed: string,
) {
  const isWanted = containsText(typed)
  const namesOf = ({ path, name }: ProvinceIndex['cities'][number]) => [path, name.zh, name.en]
  return {
    counties: of.rows.filter((row) => {
      const county = counties[row.county]!
      if (city !== null && county.city !== city) return false
      return isWanted([county.name, county.en, county.code, ...namesOf(cities[county.city]!)])
    }),
    cities: of.cities.filter((row) => isWanted(namesOf(cities[row.city]!))),
  }
}

/** The choice of month and ranking, the ranking itself, and its export. */
export function RankingSide({ index, view, month, file, rows, chosen, problems, onChoose, openCity }: Props) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { attempt, problems: refused, running } = useAttempt()
  const offline = useStartsOffline()
  const ofCity = view.city === null ? -1 : index.cities.findIndex(({ path }) => path === view.city)
  const [typed, setTyped] = useState('')
  const { counties, cities } = listedOf(index, { rows, cities: file?.cities ?? [] }, ofCity < 0 ? null : ofCity, typed)
  const over = rows.filter((row) => row.over).length
  const ranked = rows.filter(({ value }) => value !== null).length
  const isCities = view.ranking === 'cities'
  /** Why a city, or the whole province, has no data for the month. */
  const lackingOf = (place: number) => {
    const city = index.cities[place]
    const why = city && missingCityText(t, city, month!, (of) => monthName(t, of))
    return city && why ? t('province.lacking.of', { city: cityName(city, language), why }) : t('province.lacking.gap')
  }
  const save = (format: (typeof FORMATS)[number]) =>
    attempt(async () => {
      const table = isCities
        ? citiesTable(t, index, month!, cities, language)
        : countiesTable(t, index, month!, counties, language)
      saveFile(await askProvince((worker) => worker.exportRows(table, format)), `${table.title}_${month}.${format}`)
    })
  return (
    <section className={classes.side} aria-label={t('ranking.title')}>
      <div className={classes.controls}>
        {month !== null && (
          <MonthPicker
            label={t('province.month')}
            labelled="beside"
            value={month}
            min={index.months[0]!}
            max={index.months[index.months.length - 1]!}
            onChange={(next) => setProvinceView({ month: next })}
          />
        )}
        <SegmentedControl
          label={t('province.ranking.label')}
          options={RANKINGS.map((value) => ({ value, label: t(`province.ranking.${value}`) }))}
          value={view.ranking}
          onChange={(ranking) => setProvinceView({ ranking })}
        />
        <Menu
          label={t('frame.export')}
          disabled={running || !file}
          entries={FORMATS.map((format) => ({
            key: format,
            label: t(`frame.exportAs.${format}`),
            note: t('province.export.note'),
            onChoose: () => void save(format),
          }))}
        />
      </div>
      <Refused problems={refused} />
      <Troubles problems={problems} />
      {month !== null && file && (
        <>
          <p className={classes.sum}>
            {monthName(t, month)} {t('ranking.unit')} · {t('province.mean')} <b>{tenth(file.mean)}</b>{' '}
            <Why of={`${t('province.mean')} ${tenth(file.mean)}`}>
              <p>{t('province.why.mean')}</p>
              <p>{t('province.why.rank')}</p>
              <p>{t('province.why.made', { day: index.madeOn })}</p>
            </Why>
            <br />
            {t('province.counts', { ranked, count: rows.length })}
            {over > 0 && (
              <>
                {' · '}
                <b className={classes.over}>{t('province.over', { count: over })}</b>
              </>
            )}
          </p>
          {file.limits.length > 1 && (
            <p className={classes.note}>{t('province.limits', { limits: file.limits.join(t('ui.comma')) })}</p>
          )}
          <MissingCities index={index} month={month} />
          <div className={classes.narrow}>
            {!isCities && (
              <Select
                label={t('province.city')}
                labelled="beside"
                value={ofCity < 0 ? ALL : view.city!}
                options={[
                  { value: ALL, label: t('province.allCities') },
                  ...index.cities.map((city) => ({ value: city.path, label: cityName(city, language) })),
                ]}
                onChange={(city) => setProvinceView({ city: city === ALL ? null : city })}
              />
            )}
            <input
              type="search"
              autoComplete="off"
              className={panel.search}
              aria-label={t('province.search')}
              placeholder={t('province.search')}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          {(isCities ? cities : counties).length === 0 ? (
            <p className={classes.empty} role="status">
              {typed.trim() === '' ? lackingOf(ofCity) : t('search.none', { query: typed })}
            </p>
          ) : isCities ? (
            <CityRanking index={index} cities={cities} addressOf={openCity} />
          ) : (
            <CountyRanking index={index} rows={counties} chosen={chosen} onChoose={onChoose} />
          )}
        </>
      )}
      <p className={classes.note}>{t(`province.offline.${offline}`)}</p>
    </section>
  )
}

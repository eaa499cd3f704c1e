import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import type { Problem } from '@/domain/problem'
import type { Window } from '@/domain/sources/view/drawn-sources'
import type { ProvinceOutlines } from '@/io/province/open-province'
import type { ProvinceIndex } from '@/io/province/province-file'
import { type SourceFilter, standingNumbers } from '@/io/province/province-sources'
import { dustfallClass } from '@/layers/dustfall-scale'
import type { Theme } from '@/layers/palette'
import { type MapName, ProvinceMap } from '@/map/ProvinceMap'
import { useOutcome } from '@/store/answers/use-promise'
import { failureOf, reportFailure } from '@/store/page/failure'
import { cityAddress } from '@/store/province/province-address'
import { setProvinceView, useProvinceView } from '@/store/province/province-view'
import { askProvince } from '@/store/province/province-worker'
import type { AnswerOrProblem } from '@/workers/province.main'
import { cityName, countyKey, countyNameOf, countyPlace, countyRows } from './county-rows'
import { MapLegend } from './MapLegend'
import { CountyCard, SourceCard } from './PlaceCard'
import classes from './Province.module.css'
import { RankingSide } from './RankingSide'
import { SourceFilters } from './SourceFilters'
import { Troubles } from './Troubles'
import { usePressedSource } from './use-pressed-source'

interface Props {
  readonly index: ProvinceIndex
  readonly outlines: ProvinceOutlines
  /** `url`: address of province.json. `folder`: its folder as written in the page's address. */
  readonly url: string
  readonly folder: string
  readonly theme: Theme
  /** Parts of the province that could not be read. */
  readonly problems: readonly Problem[]
}

/** Ranking and map of a province, linked both ways. */
export function ProvinceScreen({ index, outlines, url, folder, theme, problems }: Props) {
  const { t, i18n } = useTranslation()
  const view = useProvinceView()
  const last = index.months[index.months.length - 1] ?? null
  const month = view.month !== null && index.months.includes(view.month) ? view.month : last
  // `index` is a new object after each reload.
  const ofMonth = useOutcome(
    async () => (month === null ? null : askProvince((worker) => worker.month(url, month))),
    month,
    [index],
  )
  const file = ofMonth.found?.value ?? null
  const rows = useMemo(() => (file ? countyRows(file) : []), [file])
  const chosen = countyPlace(index, view.county)
  const dustfall = useMemo(() => {
    const classes: (number | null)[] = index.counties.map(() => null)
    for (const { county, value, limit } of rows) if (value !== null) classes[county] = dustfallClass(value, limit)
    return classes
  }, [index, rows])
  const names = useMemo(() => namesOf(index, i18n.language), [index, i18n.language])

  const [window, setWindow] = useState<{ readonly of: Window; readonly zoom: number } | null>(null)
  const asked = useMemo(
    (): SourceFilter => ({
      groups:
        view.groups.length === 0 ? null : index.groups.flatMap(({ id }, i) => (view.groups.includes(id) ? [i] : [])),
      standings: view.standings.length === 0 ? null : standingNumbers(view.standings),
    }),
    [index, view.groups, view.standings],
  )
  const sources = useOutcome(
    async () => (window ? askProvince((worker) => worker.sources(url, window.of, window.zoom, asked)) : null),
    url,
    [window, asked, index],
  )
  const seen = sources.found?.value ?? null
  const { source, problem: unread, leave, press: pressSource } = usePressedSource(index)
  /** Position of the county last chosen in the list. */
  const [goal, setGoal] = useState<Position | null>(null)

  const choose = (county: number | null) => {
    leave()
    setProvinceView({ county: county === null ? null : countyKey(index, county) })
  }
  async function press(at: readonly [number, number], county: number | null, reach: number) {
    // A cell stands for many sources, so only dots can be chosen.
    const ask = async () => (seen?.dots ? askProvince((worker) => worker.source(url, at, reach, asked)) : null)
    if (await pressSource(ask)) choose(county)
  }
  const pathOf = (city: number) => index.cities[city]!.path
  const openCity = (city: number) => cityAddress(folder, pathOf(city), { month })
  const hasMap = outlines.features.length > 0
  return (
    <div className={classes.screen}>
      <RankingSide
        {...{ index, view, rows, chosen, openCity }}
        month={month}
        file={file}
        problems={[...problems, ...problemsOf(ofMonth)]}
        onChoose={(county) => {
          const at = county === null ? null : index.counties[county]!.at
          // A new array each time, so that the map moves there again when the county is chosen again.
          setGoal(at && [...at])
          choose(county)
        }}
      />
      <div className={classes.mapSide}>
        <SourceFilters index={index} view={view} seen={seen} />
        <Troubles problems={[...problemsOf(sources), ...(unread ? [unread] : [])]} />
        <div className={classes.map}>
          {hasMap ? (
            <ProvinceMap
              label={t('province.title')}
              {...{ theme, outlines, dustfall, chosen, names, seen }}
              goal={goal}
              camera={view.camera}
              onView={(of, camera) => {
                setWindow({ of, zoom: camera.zoom })
                setProvinceView({ camera })
              }}
              onPress={(...pressed) => void press(...pressed).catch(reportFailure)}
            />
          ) : (
            <p className={classes.loading}>{t('province.noMap')}</p>
          )}
          {source ? (
            <SourceCard
              index={index}
              source={source}
              address={cityAddress(folder, pathOf(source.city), { month, source: `${source.kind}/${source.code}` })}
              onClose={leave}
            />
          ) : (
            chosen !== null && (
              <CountyCard
                index={index}
                county={chosen}
                row={rows.find(({ county }) => county === chosen)}
                address={cityAddress(folder, pathOf(index.counties[chosen]!.city), {
                  month,
                  focus: index.counties[chosen]!.code,
                })}
                onClose={() => choose(null)}
              />
            )
          )}
        </div>
        <MapLegend
          form={!seen || seen.total === 0 ? null : seen.cells ? 'cells' : 'dots'}
          limits={[...new Set(rows.map(({ limit }) => limit))]}
        />
      </div>
    </div>
  )
}

/** Why a request has no answer, or only a limited one. */
function problemsOf<T>({
  found,
  error,
}: {
  readonly found: AnswerOrProblem<T> | null
  readonly error: unknown
}): readonly Problem[] {
  if (error !== null) return [failureOf(error)]
  return found?.problem ? [found.problem] : []
}

/** Labels for the map; a city's is placed at the mean position of its counties. */
function namesOf(index: ProvinceIndex, language: string): readonly MapName[] {
  const counties = index.counties.flatMap((county): MapName[] =>
    county.at ? [{ text: countyNameOf(county, language), level: 'county', at: county.at }] : [],
  )
  const cities = index.cities.flatMap((city, place): MapName[] => {
    const at = index.counties.flatMap((county) => (county.city === place && county.at ? [county.at] : []))
    if (at.length === 0) return []
    const middle = (axis: 0 | 1) => at.reduce((sum, each) => sum + each[axis], 0) / at.length
    return [{ text: cityName(city, language), level: 'city', at: [middle(0), middle(1)] }]
  })
  return [...cities, ...counties]
}

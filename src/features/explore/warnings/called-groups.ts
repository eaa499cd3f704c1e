import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { countyName } from '@/domain/sources/county'
import type { Dataset } from '@/questions/dataset'
import type { CalledSource } from '@/questions/warning-duties'

/** By whom or by what the called are put together. */
export const CALLED_BY = ['county', 'lead', 'measure'] as const
export type CalledBy = (typeof CALLED_BY)[number]

export interface CalledGroup {
  readonly name: string
  readonly sources: readonly CalledSource[]
}

/** Groups in the order of the package; a source that several departments lead, or of which several things are asked, stands in each. */
export function calledGroups(
  t: TFunction<'texts'>,
  { counties, warningMeasures }: Pick<Dataset, 'counties' | 'warningMeasures'>,
  sources: readonly CalledSource[],
  by: CalledBy,
  language: string,
): readonly CalledGroup[] {
  const groups = new Map<string, CalledSource[]>()
  const put = (name: string, source: CalledSource) => {
    const group = groups.get(name) ?? []
    groups.set(name, group)
    if (group.at(-1) !== source) group.push(source)
  }
  if (by === 'county') for (const { code } of counties) groups.set(countyName({ counties }, code, language), [])
  for (const source of sources) {
    const { county, asked, unclear } = source
    if (by === 'county') {
      put(county === '' ? t('filters.noCounty') : countyName({ counties }, county, language), source)
      continue
    }
    for (const number of [...asked, ...unclear]) {
      const { lead, what } = warningMeasures[number]!
      if (by === 'measure') put(inLanguage(what, language), source)
      else for (const name of lead.length > 0 ? lead : [t('warning.noLead')]) put(name, source)
    }
  }
  return [...groups].flatMap(([name, of]) => (of.length > 0 ? [{ name, sources: of }] : []))
}

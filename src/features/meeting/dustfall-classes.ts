import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { SceneName } from '@/io/package/descriptor'
import type { Provenance } from '@/io/package/open-package'
import type { Dataset } from '@/questions/dataset'
import type { PaperBasis } from './kinds-of-papers'

type Facts = Pick<Dataset, 'provenance'>

const isDustfall = (role: string) => role.startsWith('dustfall')

/** The package's tables of dustfall. */
export const dustfallProvenance = ({ provenance }: Facts): readonly Provenance[] =>
  provenance.filter(({ role }) => isDustfall(role))

/** The data classes of a package's dustfall data, each once. */
export const dustfallClasses = (facts: Facts): readonly DataClass[] => [
  ...new Set(dustfallProvenance(facts).map(({ dataClass }) => dataClass)),
]

/** Scenes that show sources, with the role of any other data that they show besides sources and dustfall. */
const OF_SOURCES: Partial<Record<SceneName, string>> = {
  county: '',
  tasks: '',
  warnings: 'warnings',
  pinned: '',
  cases: 'cases',
}

const rolesOfSources = ({ kinds }: Pick<Dataset, 'kinds'>): readonly string[] =>
  kinds.flatMap(({ id, surveys }) => [id, ...(surveys ? [surveys.id] : [])])

/**
 * Kinds whose sources or surveys are made up, wholly or in part, and other made-up data, among what a paper rests on.
 */
export function madeUpBesideDustfall(
  { kinds, provenance, settings }: Facts & Pick<Dataset, 'kinds' | 'settings'>,
  { isUsed, usesRing, usesWarnings }: PaperBasis,
) {
  const isMadeUp = ({ dataClass }: Provenance) => dataClass === 'illustrative'
  const madeUp = new Set(provenance.flatMap((each) => (isMadeUp(each) ? each.role : [])))
  return {
    kinds: kinds.flatMap(({ id, title, surveys }) => {
      if (!isUsed(id)) return []
      const tables = provenance.filter(({ role }) => role === id || role === surveys?.id)
      return tables.some(isMadeUp) ? { title, isPartly: !tables.every(isMadeUp) } : []
    }),
    warnings: usesWarnings && madeUp.has('warnings'),
    /** The outline that the ring is measured from. */
    builtUpArea: usesRing && madeUp.has('built-up-area') && settings.ring.basis === 'outline',
  }
}

/** The data that a scene shows; scenes with sources include sources and surveys. */
export function sceneProvenance(dataset: Facts & Pick<Dataset, 'kinds'>, scene: SceneName): readonly Provenance[] {
  const other = OF_SOURCES[scene]
  if (other === undefined) return dustfallProvenance(dataset)
  const own = new Set([other, ...rolesOfSources(dataset)])
  return dataset.provenance.filter(
    ({ role }) => own.has(role) || (scene !== 'warnings' && scene !== 'cases' && isDustfall(role)),
  )
}

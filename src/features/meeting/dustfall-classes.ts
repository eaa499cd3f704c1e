import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { SceneName } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'

type Facts = Pick<Dataset, 'provenance'>

const classesOf = ({ provenance }: Facts, isShown: (role: string) => boolean): readonly DataClass[] => [
  ...new Set(provenance.filter(({ role }) => isShown(role)).map(({ dataClass }) => dataClass)),
]
const isDustfall = (role: string) => role.startsWith('dustfall')

/** Of which classes the dustfall of a package is, each once. */
export const dustfallClasses = (facts: Facts): readonly DataClass[] => classesOf(facts, isDustfall)

/** Scenes that show sources, and what else they show than these and dustfall. */
const OF_SOURCES: Partial<Record<SceneName, string>> = {
  county: '',
  tasks: '',
  warnings: 'warnings',
  pinned: '',
  cases: 'cases',
}

/** Of which classes what stands on a scene is, each once: of sources and their surveys where it shows those. */
export function sceneClasses(dataset: Facts & Pick<Dataset, 'kinds'>, scene: SceneName): readonly DataClass[] {
  const other = OF_SOURCES[scene]
  if (other === undefined) return dustfallClasses(dataset)
  const own = new Set([other, ...dataset.kinds.flatMap(({ id, surveys }) => [id, ...(surveys ? [surveys.id] : [])])])
  return classesOf(dataset, (role) => own.has(role) || (scene !== 'warnings' && scene !== 'cases' && isDustfall(role)))
}

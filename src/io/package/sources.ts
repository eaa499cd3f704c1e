import type { ResourceDescriptor } from './descriptor'

/** Origins of a resource. */
export type Sources = NonNullable<ResourceDescriptor['sources']>

/** Origin of a resource, as text. */
export const sourcesText = ({ sources }: Pick<ResourceDescriptor, 'sources'>): string =>
  sources?.map(({ title }) => title).join('；') ?? ''

/** At most this many files are named as the origins of a table that grows month by month: the last ones. */
const MOST_FILES = 12

/** Whether an origin is just the name of a file, and not a publisher with its licence or address. */
const isFileName = (source: Sources[number]) => Object.keys(source).length === 1 && /\.\w{2,7}$/.test(source.title)

/** The origins of a resource to which a file was added; null: of a new one. Those that are not files all stay. */
export function sourcesWith(resource: Pick<ResourceDescriptor, 'sources'> | null, file: string): Sources {
  const others = (resource?.sources ?? []).filter(({ title }) => title !== file)
  const files = new Set(others.filter(isFileName).slice(1 - MOST_FILES))
  return [...others.filter((each) => !isFileName(each) || files.has(each)), { title: file }]
}

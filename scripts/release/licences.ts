import type { ShippedPart } from './parts'

/** What a data package says of where its files come from. */
interface Descriptor {
  readonly resources: readonly {
    readonly name: string
    readonly licenses?: readonly { readonly name?: string; readonly title?: string }[]
    readonly sources?: readonly { readonly title?: string }[]
  }[]
}

const RULE = '='.repeat(80)

/** Files of a package by licence and source, those of one together. */
function dataLines({ resources }: Descriptor): string[] {
  const groups = new Map<string, string[]>()
  for (const { name, licenses = [], sources = [] } of resources) {
    const key = [...licenses.map(({ title, name }) => title ?? name), ...sources.map(({ title }) => title)].join('\n  ')
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups].map(([terms, names]) => `${names.join(', ')}\n  ${terms}`)
}

/** Licences of all that is in the built app: its own, those of packages with their texts, and those of the data. */
export function licencesText(own: string, parts: readonly ShippedPart[], descriptors: readonly string[]): string {
  const sections = parts.map(({ name, version, licence, homepage, texts }) =>
    [
      `${name} ${version} (${licence})${homepage ? `\n${homepage}` : ''}`,
      ...(texts.length > 0 ? texts : ['The package has no file with the text of its licence.']),
    ].join('\n\n'),
  )
  const data = descriptors.flatMap((text) => dataLines(JSON.parse(text) as Descriptor))
  return `${[
    `Chentu (MIT)\n\n${own.trim()}`,
    `Data\n\n${data.join('\n\n')}`,
    `Packages whose code or fonts are in the app: ${parts.length}`,
    ...sections,
  ].join(`\n\n${RULE}\n\n`)}\n`
}

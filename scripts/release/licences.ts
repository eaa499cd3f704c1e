import { readFileSync } from 'node:fs'
import type { DataDescriptor } from './data-descriptor'
import type { ShippedPart } from './parts'

const RULE = '='.repeat(80)

/** Files of a package grouped by licence and source. */
function dataLines({ resources }: DataDescriptor): string[] {
  const groups = new Map<string, string[]>()
  for (const { name, licenses = [], sources = [] } of resources) {
    const key = [
      ...licenses.map(({ name, title }) => [name, title].filter((each) => each !== undefined).join(': ')),
      ...sources.map(({ title }) => title),
    ].join('\n  ')
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups].map(([terms, names]) => `${names.join(', ')}\n  ${terms}`)
}

/** Licences whose full text has to be included although no part contains it; the LGPL is an addition to the GPL. */
const WHOLE = ['LGPL-3.0', 'GPL-3.0'] as const
const wholeText = (name: string) => readFileSync(new URL(`licences/${name}.txt`, import.meta.url), 'utf8').trim()

/** Whether something is available only under the LGPL, without an alternative. */
const isLesser = (licence: string | undefined) => /\bLGPL-3\.0/.test(licence ?? '') && !/ OR /.test(licence ?? '')

/** Licences of everything in the built app: its own, those of packages with their texts, and those of the data. */
export function licencesText(
  own: string,
  parts: readonly ShippedPart[],
  descriptors: readonly DataDescriptor[],
): string {
  const sections = parts.map(({ name, version, licence, homepage, texts }) =>
    [
      `${name} ${version} (${licence})${homepage ? `\n${homepage}` : ''}`,
      ...(texts.length > 0 ? texts : ['The package has no file with the text of its licence.']),
    ].join('\n\n'),
  )
  const data = descriptors.flatMap(dataLines)
  const needsLesser =
    parts.some(({ licence }) => isLesser(licence)) ||
    descriptors.some(({ resources }) =>
      resources.some(({ licenses = [] }) => licenses.some(({ name }) => isLesser(name))),
    )
  return `${[
    `Chentu (MIT)\n\n${own.trim()}`,
    `Data\n\n${data.join('\n\n')}`,
    `Packages whose code or fonts are in the app: ${parts.length}`,
    ...sections,
    ...(needsLesser ? WHOLE.map(wholeText) : []),
  ].join(`\n\n${RULE}\n\n`)}\n`
}

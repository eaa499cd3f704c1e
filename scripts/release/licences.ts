import { readFileSync } from 'node:fs'
import type { DataDescriptor } from './data-descriptor'
import type { ShippedPart } from './parts'

const RULE = '='.repeat(80)

/** Files of a package by licence and source, those of one together. */
function dataLines({ resources }: DataDescriptor): string[] {
  const groups = new Map<string, string[]>()
  for (const { name, licenses = [], sources = [] } of resources) {
    const key = [...licenses.map(({ title, name }) => title ?? name), ...sources.map(({ title }) => title)].join('\n  ')
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups].map(([terms, names]) => `${names.join(', ')}\n  ${terms}`)
}

/** Licences that have to go along as a whole, and whose text no part brings: the Lesser one is an addition to the General one. */
const WHOLE = ['LGPL-3.0', 'GPL-3.0'] as const
const wholeText = (name: string) => readFileSync(new URL(`licences/${name}.txt`, import.meta.url), 'utf8').trim()

/** Whether a part or a file of the data can be had under the Lesser licence alone, not by choice. */
const isLesser = (licence: string | undefined) => /\bLGPL-3\.0/.test(licence ?? '') && !/ OR /.test(licence ?? '')

/** Licences of all that is in the built app: its own, those of packages with their texts, and those of the data. */
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

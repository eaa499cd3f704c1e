import { EncryptedFileError } from './file-errors'
import type { HeldTable } from './table-file'
import { hucreTable, MAX_STYLED_BYTES } from './xlsx'
import type { Archive } from './zip'

const PARTS = /^(?:mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/

/** The sheets of an OpenDocument spreadsheet. @throws EncryptedFileError, or hucre's errors for a broken one. */
export async function readOds(archive: Archive, file: string): Promise<HeldTable[]> {
  const [{ readOds: read }, parts] = await Promise.all([import('hucre/ods'), archive.read((name) => PARTS.test(name))])
  const text = (name: string) => new TextDecoder().decode(parts.get(name))
  if (text('META-INF/manifest.xml').includes(':encryption-data')) throw new EncryptedFileError()
  const content = text('content.xml')
  const isStyled = content.length <= MAX_STYLED_BYTES && content.includes('percentage-style')
  const { sheets } = await read(await archive.stored((name) => PARTS.test(name)), { readStyles: isStyled })
  const hidden = hiddenTables(content)
  return sheets.map((sheet, i) => hucreTable(sheet, file, hidden[i] ?? false))
}

/** For each table, whether its style hides it; hucre does not report that. */
function hiddenTables(content: string): boolean[] {
  const tags = [...content.matchAll(/<(style:style|style:table-properties|table:table)\s([^<>]*)>/g)]
  const value = (attributes: string, name: string) => attributes.split(`${name}="`)[1]?.split('"')[0] ?? ''
  const hiding = new Set<string>()
  const found: boolean[] = []
  let style = ''
  for (const [, tag, attributes = ''] of tags) {
    if (tag === 'style:style') style = value(attributes, 'style:name')
    else if (tag === 'table:table') found.push(hiding.has(value(attributes, 'table:style-name')))
    else if (value(attributes, 'table:display') === 'false') hiding.add(style)
  }
  return found
}

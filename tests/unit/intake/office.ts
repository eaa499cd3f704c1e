import { readFileSync } from 'node:fs'
import { openFile } from '@/io/formats/open-file'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import { jsonText } from '@/io/package/write-package'
import { type OpenedPackage, openSources } from '@/questions/opened-package'
import type { ReadItem } from '@/workspace/import/import-item'
import type { ItemChoice } from '@/workspace/import/item-choice'
import { planItem, readItem } from '@/workspace/import/read-item'
import { type ItemWords, writeItems } from '@/workspace/import/write-item'
import type { PackageDraft } from '@/workspace/package-draft'
import { knowledgeOf } from '@/workspace/package-knowledge'

/** An office that imports files one after the other, as the worker does, without a browser's storage. */
export class Office {
  /** Text of a correction; none is noted without one. */
  correction: ItemWords['correction'] = () => ''

  private constructor(
    public opened: OpenedPackage,
    public files: ReadonlyMap<string, Blob>,
    private readonly today: string,
  ) {}

  static async open(files: ReadonlyMap<string, Blob>, today = '2026-05-06'): Promise<Office> {
    const { value, problems } = await openSources(heldFiles(files), DESCRIPTOR)
    if (!value) throw new Error(JSON.stringify(problems))
    return new Office(value, files, today)
  }

  /** Reads a file as if it was dropped on the window. */
  async read(name: string, content: BlobPart, choice: ItemChoice = {}): Promise<ReadItem> {
    const source = new File([content], name)
    const opened = await openFile(source)
    if ('problem' in opened) throw new Error(opened.problem.code)
    const { file } = opened
    const item = planItem({
      id: 1,
      source,
      file,
      choice,
      knowledge: knowledgeOf(this.opened),
      remembered: false,
      corrected: null,
    })
    return readItem(item, this.today, () => undefined, new AbortController().signal)
  }

  /** Imports items and opens the resulting package. */
  async takeOver(...items: ReadItem[]): Promise<void> {
    const { value: descriptor } = await readDescriptor(heldFiles(this.files), DESCRIPTOR)
    const known = new Map(this.opened.inventory.kinds.map(({ file, table }) => [file, table]))
    const next: PackageDraft = {
      opened: this.opened,
      descriptor: descriptor!,
      files: new Map(this.files),
      known,
      written: new Map(),
      lines: new Map(),
    }
    const words = { title: '表', points: '降尘监测点位', today: this.today, correction: this.correction }
    await writeItems(items, next, () => words)
    next.files.set(DESCRIPTOR, new Blob([jsonText(next.descriptor)]))
    const { value, problems } = await openSources(heldFiles(next.files), DESCRIPTOR)
    if (!value) throw new Error(JSON.stringify(problems))
    this.opened = value
    this.files = next.files
  }

  text(path: string): Promise<string> {
    return this.files.get(path)!.text()
  }

  /** The ranking of a month: rank, county and figure. */
  ranking(month: string) {
    const report = this.opened.reports.find((each) => each.month === month)
    return report?.rows.map(({ rank, county, figure }) => [rank, county, figure.value]) ?? null
  }
}

const fromDisk = (folder: string) => {
  const read = (path: string) => new Blob([readFileSync(`data/${folder}${path}`)])
  const descriptor = JSON.parse(readFileSync(`data/${folder}${DESCRIPTOR}`, 'utf8')) as {
    resources: { path: string }[]
  }
  return new Map([
    [DESCRIPTOR, read(DESCRIPTOR)],
    ...descriptor.resources.map(({ path }) => [path, read(path)] as const),
  ])
}

/** The illustrative package that is delivered with the app. */
export const defaultPackage = () => fromDisk('')
/** A real package with one published month of Changzhi and the same month of the year before. */
export const changzhiPackage = () => fromDisk('changzhi/')

/** The counties and outlines of the default package, and nothing else. */
export function emptyPackage(): Map<string, Blob> {
  const files = defaultPackage()
  const descriptor = JSON.parse(readFileSync('data/datapackage.json', 'utf8'))
  const kept = descriptor.resources.filter(({ chentu }: { chentu: { role: string } }) =>
    ['counties', 'county-outlines'].includes(chentu.role),
  )
  const { plan, ...chentu } = descriptor.chentu
  const empty = { ...descriptor, name: 'empty-city', chentu, resources: kept }
  return new Map([
    [DESCRIPTOR, new Blob([JSON.stringify(empty)])],
    ...kept.map(({ path }: { path: string }) => [path, files.get(path)!] as const),
  ])
}

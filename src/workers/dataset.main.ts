import { expose } from 'comlink'
import type { IsoDay, Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { RingBasis } from '@/domain/geodesy/ring'
import type { Wind } from '@/domain/geodesy/upwind'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { Seen } from '@/domain/rules/seen'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Filters } from '@/domain/sources/view/filters'
import type { Look } from '@/domain/sources/view/look'
import type { ExportCrs, ExportFormat } from '@/io/export/export-format'
import type { TemplateWords } from '@/io/export/template'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { MeetingPapers } from '@/io/papers/papers'
import { type PaperFormat, writePapers } from '@/io/papers/write-papers'
import { nearestPoint, targetValues, upwindSources, worsenedPoints } from '@/questions/analysis'
import type { SceneRequest } from '@/questions/answers'
import type { BoardGroup } from '@/questions/board'
import { countyStory } from '@/questions/county-story'
import { coverageOf } from '@/questions/coverage'
import type { ExportWhat, ExportWords } from '@/questions/export-sources'
import type { HandoverGroup } from '@/questions/handover'
import type { TableRequest } from '@/questions/table-view'
import type { DeskWords, ImportDesk } from '@/workspace/import-desk'
import type { ItemChoice, Progress } from '@/workspace/import-item'
import { targetOf } from '@/workspace/next-package'
import type { Publication } from '@/workspace/publish'
import { Workspace } from '@/workspace/workspace'
import { giveAway } from './hand-over'
import { pulse } from './pulse'
import { readApart, readPlanApart } from './read-apart'

const workspace = new Workspace()
let desk: Promise<ImportDesk> | null = null

/** What reads files comes with the first of them: the map does not wait for it. A file dropped early waits for the package. */
async function imports(): Promise<ImportDesk> {
  await workspace.whenOpened()
  desk ??= import('@/workspace/import-desk').then(({ ImportDesk }) => new ImportDesk(workspace, readApart))
  return desk
}

const session = () => workspace.session

/** What the page may ask; every answer is plain data. */
const api = {
  ...pulse,
  open: (url: string) => workspace.open(new URL(url)),
  openInForce: () => workspace.openInForce(),
  async changedElsewhere() {
    await workspace.whenOpened()
    return workspace.changedElsewhere()
  },
  keepDelivered: () => workspace.keepDelivered(),
  judge: (asOf: IsoDay) => session().judge(asOf, workspace.seen),
  seen(seen: readonly Seen[]) {
    workspace.seen = seen
  },
  coverage: (days: number, count: number) => coverageOf(session().facts(), days, count),
  ring: (basis: RingBasis, radiusMetres: number) => session().ring(basis, radiusMetres),
  show: (filters: Filters) => session().show(filters),
  shownRows: (from: number, to: number) => session().shownRows(from, to),
  find: (kind: KindId, code: string) => session().find(kind, code),
  board: (group: BoardGroup) => session().board(group),
  grades: () => session().grades(),
  targets: () => targetValues(session().facts()),
  handover: (group: HandoverGroup, language: string) => session().handover(group, language),
  async handoverFile(tables: readonly HandoverTable[], format: 'docx' | 'xlsx', pageWords: readonly [string, string]) {
    const { handoverDocument, handoverWorkbook } = await import('@/io/papers/handover')
    return format === 'docx' ? handoverDocument(tables, pageWords) : handoverWorkbook(tables)
  },
  table(request: TableRequest) {
    const { columns, length, groups } = session().table(request)
    return { columns, length, groups }
  },
  tableRows: (request: TableRequest, from: number, to: number) => session().table(request).rows(from, to),
  tablePlace: (request: TableRequest, source: number) => session().table(request).placeOf(source),
  columnFacts: (request: TableRequest, name: string) => session().table(request).facts(name),
  lookLegend: (look: Look) => session().look(look).legend,
  nearestPoint: () => nearestPoint(session().facts()),
  upwind: (receptor: Position, winds: readonly Wind[], maxMetres: number, count: number) =>
    upwindSources(session().facts(), receptor, winds, maxMetres, count),
  worsened: (month: Month, other: Month, metres: number, count: number) =>
    worsenedPoints(session().facts(), month, other, metres, count),
  county: (code: string, month: Month, count: number) => countyStory(session().facts(), code, month, count),
  counts: () => session().counts(),
  scene: (request: SceneRequest) => giveAway(session().scene(request)),
  ringSurface: (basis: RingBasis, radiusMetres: number) => session().ringSurface(basis, radiusMetres),
  place: (position: Position, basis: RingBasis, radiusMetres: number) => session().place(position, basis, radiusMetres),
  nearest: (from: Position, count: number, maxMetres: number) => session().nearest(from, count, maxMetres),
  record: (source: number) => session().record(source),
  search: (query: string, limit: number) => session().search(query, limit),
  wording: (file: Blob) => readPlanApart(file),
  async export(what: ExportWhat, format: ExportFormat, crs: ExportCrs, language: string, words: ExportWords) {
    const { exportTable } = await import('@/io/export/export')
    return exportTable(session().export(what, language, words), format, crs)
  },
  async template(role: TargetRole, words: TemplateWords) {
    const { writeTemplate } = await import('@/io/export/template')
    return writeTemplate(targetOf(session(), role).fields, words)
  },

  addFile: async (file: File, bytes: number, progress: (progress: Progress) => void) =>
    (await imports()).add(file, bytes, progress),
  changeItem: async (id: number, choice: ItemChoice, progress: (progress: Progress) => void) =>
    (await imports()).change(id, choice, progress),
  removeItem: async (id: number) => (await imports()).remove(id),
  itemRow: async (id: number, row: number) => (await imports()).row(id, row),
  badRows: async (id: number, words: DeskWords) => (await imports()).badRows(id, words),
  cancel: async () => (await imports()).cancel(),
  takeOver: async (ids: readonly number[], words: DeskWords) => (await imports()).takeOver(ids, words, Date.now()),

  versions: () => workspace.versions(),
  restore: (id: number | null) => workspace.restore(id),
  undo: (id: number) => workspace.undo(id),
  papers: (papers: MeetingPapers, format: PaperFormat) => writePapers(papers, format),
  publish: (publication: Publication, label: string) => workspace.publish(publication, label, Date.now()),
  saveMeeting: (meeting: MeetingSettings, label: string) => workspace.saveMeeting(meeting, label, Date.now()),
  pack: () => workspace.pack(),
  unpack: (file: File) => workspace.unpack(file, Date.now()),
}

export type DatasetApi = typeof api

expose(api)

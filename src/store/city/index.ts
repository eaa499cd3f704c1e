import { create } from 'zustand'
import { type CityDraft, emptyDraft, factsOf } from '@/domain/city/city-draft'
import { cityCodeOf, countiesOf } from '@/domain/city/county-list'
import { findColumns } from '@/domain/city/outline-columns'
import type { OutlineReading } from '@/domain/city/outline-numbers'
import type { Problem } from '@/domain/problem'
import { CityDrafts } from '@/io/versions/city-drafts'
import { useChentu } from '@/store/chentu'
import { notice } from '@/store/page/notices'
import { applyChange } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'

interface CityState {
  /** The city being set up; null if none. */
  readonly draft: CityDraft | null
  /** Whether stored data of this device was looked up. */
  readonly looked: boolean
  /** Continues with the stored draft of this device. */
  resume(): Promise<void>
  begin(year: number): void
  /** Overwrites parts of the draft. */
  put(part: Partial<CityDraft>): void
  goTo(step: CityDraft['step']): void
  /** Replaces the outlines by those of the files; entries for the same counties are kept. */
  readOutlines(files: readonly File[]): Promise<readonly Problem[]>
  /** Sets what the outlines' coordinates are. */
  readAs(reading: OutlineReading): Promise<void>
  /** Reads the built-up outline from a file, whose coordinate system must be recognisable. */
  readBuiltUp(files: readonly File[]): Promise<readonly Problem[]>
  /** Reads rivers from a file, in the same way. */
  readRivers(files: readonly File[]): Promise<readonly Problem[]>
  /** Creates the package, or changes the one already created, and puts it in force. */
  found(label: string): Promise<readonly Problem[]>
  /** Ends the setup; the package stays as it is. */
  end(): Promise<void>
}

let drafts: CityDrafts | null = null
const kept = () => {
  drafts ??= new CityDrafts()
  return drafts
}

/**
 * Reading of a further file that does not state its coordinates: the same as for the outlines, since both usually come
 * from one program.
 */
const sameNumbers = (draft: CityDraft, { numbers }: Pick<CityDraft, 'numbers'>) =>
  numbers === draft.numbers ? draft.reading : null

/** The draft to be written next; a later one replaces one that is waiting. */
let next: CityDraft | null = null
let writing: Promise<void> = Promise.resolve()

function keep(draft: CityDraft): void {
  const isWriting = next !== null
  next = draft
  if (isWriting) return
  writing = writing.then(async () => {
    const latest = next
    next = null
    if (latest) await kept().keep(latest)
  })
  writing.catch(() => notice('not-kept'))
  writing = writing.catch(() => undefined)
}

export const useCity = create<CityState>()((set, get) => {
  const write = (draft: CityDraft) => {
    set({ draft })
    keep(draft)
  }
  const change = (part: Partial<CityDraft>) => {
    const { draft } = get()
    if (draft) write({ ...draft, ...part, changed: true })
  }
  return {
    draft: null,
    looked: false,
    async resume() {
      if (get().looked) return
      const draft = await kept()
        .read()
        .catch(() => null)
      // A draft begun meanwhile takes precedence.
      set((now) => ({ draft: now.draft ?? draft, looked: true }))
    },
    begin: (year) => write(emptyDraft(year)),
    put: change,
    goTo(step) {
      const { draft } = get()
      if (draft) write({ ...draft, step })
    },
    async readOutlines(files) {
      const { value: read, problems } = await datasetWorker().readOutlines(files)
      const { draft } = get()
      if (read === null || draft === null) return problems
      const columns = findColumns(read.features)
      const counties = countiesOf(read.features, columns, draft.counties)
      const { reading } = read
      change({ ...read, columns, counties, placed: null, code: draft.code || cityCodeOf(counties) })
      if (reading) await get().readAs(reading)
      return []
    },
    async readAs(reading) {
      change({ reading, placed: null })
      const { draft } = get()
      if (draft === null) return
      const placed = await datasetWorker().placeOutlines(draft.features, reading)
      const now = get().draft
      // Another file or reading was chosen meanwhile.
      if (now?.features !== draft.features || now.reading !== reading) return
      const [lon, lat] = placed.middle
      const centre =
        now.lon === '' && now.lat === '' ? { lon: lon.toFixed(4), lat: lat.toFixed(4), isCentreProposed: true } : {}
      change({ placed, ...centre })
    },
    async readBuiltUp(files) {
      const { value: read, problems } = await datasetWorker().readOutlines(files)
      const { draft } = get()
      if (read === null || draft === null) return problems
      const reading = read.reading ?? sameNumbers(draft, read)
      if (reading === null) return [{ code: 'geometry-invalid', file: read.file, expected: 'WGS-84' }]
      const { surfaces } = await datasetWorker().placeOutlines(read.features, reading)
      const coordinates = surfaces.flatMap((each) => (each.type === 'Polygon' ? [each.coordinates] : each.coordinates))
      change({ builtUp: { source: read.file, surface: { type: 'MultiPolygon', coordinates } } })
      return []
    },
    async readRivers(files) {
      const { value: read, problems } = await datasetWorker().readRivers(files)
      const { draft } = get()
      if (read === null || draft === null) return problems
      const reading = read.reading ?? sameNumbers(draft, read)
      if (reading === null) return [{ code: 'geometry-invalid', file: read.file, expected: 'WGS-84' }]
      change({ rivers: { source: read.file, of: await datasetWorker().placeRivers(read.rivers, reading) } })
      return []
    },
    async found(label) {
      const { draft } = get()
      const facts = draft && factsOf(draft)
      if (!facts) return []
      const { view } = useChentu.getState()
      // If nothing is open, the page starts on this screen with the new package.
      useChentu.setState({ view: { ...view, mode: 'data' } })
      const step = datasetWorker().keepCity(facts, draft.founded, label)
      const { value, problems } = await step
      if (value === null) return problems
      write({ ...draft, step: 'plan', founded: value.name, changed: false })
      // The next step may reload the page.
      await writing
      return applyChange(Promise.resolve({ value, problems }))
    },
    async end() {
      set({ draft: null })
      next = null
      await writing
      await kept()
        .drop()
        .catch(() => undefined)
    },
  }
})

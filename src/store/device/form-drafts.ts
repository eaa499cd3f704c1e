import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { createPersistedStore, listOf } from './persisted-store'

/** Which form of the desk: a group of forms that belong together, as those of one case, and the form in it. */
export interface FormKey {
  readonly group: string
  readonly form: string
  /** What a list of unfinished forms calls it. */
  readonly label: string
}

/** What was typed into a form and not saved. Photos and files are not part of it. */
interface FormDraft extends FormKey {
  /** When it was typed, milliseconds since 1970. */
  readonly at: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** The browser keeps a few megabytes of text for the whole app, so only the latest drafts stay. */
const MOST = 20
const OLDEST_MS = 14 * 24 * 3600 * 1000
/** Far more than a form accepts, so that a text that is still too long to be saved is not lost either. */
const MOST_LETTERS = 20_000

const draft = z.object({
  group: z.string(),
  form: z.string(),
  label: z.string(),
  at: z.number(),
  fields: z.record(z.string(), z.unknown()),
})

interface FormDrafts {
  /** Oldest first. */
  readonly drafts: readonly FormDraft[]
  /** Keeps what a form holds, in place of what it held before; very long texts are not kept. */
  keep(draft: FormDraft): void
  /** Removes the draft of a form, after it was saved or given up. */
  drop(key: Pick<FormKey, 'group' | 'form'>): void
  /** Removes the drafts of a whole group: what they are about was withdrawn. */
  dropGroup(group: string): void
}

const isOf = (key: Pick<FormKey, 'group' | 'form'>) => (each: FormDraft) =>
  each.group === key.group && each.form === key.form

/** Unsaved forms of the desk, in this browser, so that a reload or another panel loses nothing that was typed. */
export const useFormDrafts = createPersistedStore<FormDrafts>(
  nameForCity('chentu-form-drafts'),
  { drafts: listOf(draft) },
  (set, get) => ({
    drafts: [],
    keep(kept) {
      const others = get().drafts.filter((each) => !isOf(kept)(each) && each.at > kept.at - OLDEST_MS)
      if (JSON.stringify(kept.fields).length <= MOST_LETTERS) set({ drafts: [...others, kept].slice(-MOST) })
    },
    drop(key) {
      const { drafts } = get()
      if (drafts.some(isOf(key))) set({ drafts: drafts.filter((each) => !isOf(key)(each)) })
    },
    dropGroup(group) {
      const { drafts } = get()
      if (drafts.some((each) => each.group === group)) set({ drafts: drafts.filter((each) => each.group !== group) })
    },
  }),
)

/** The draft of a form; null if there is none, or it is too old at `now` (milliseconds since 1970). */
export const draftOfForm = (key: FormKey, now: number): FormDraft | null =>
  useFormDrafts.getState().drafts.find((each) => isOf(key)(each) && each.at > now - OLDEST_MS) ?? null

/** Groups of the desk's forms. */
export const OPENING_FORMS = 'case-opening'
export const formsOfCase = (id: string): string => `case ${id}`
export const formsOfWarning = (code: string): string => `warning ${code}`

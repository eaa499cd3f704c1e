import { caseOfDraft, isNothingReported, readCaseDraft } from '@/features/field/cases/case-draft'
import { ledger } from '@/store/ledger'
import type { SourceKey } from '@/store/view/view'
import { sourceOfDraft } from './check-target'
import { FOUND_DRAFT, isNothingFound, readFoundDraft } from './drafts'
import { draftsSaved } from './use-draft'

/** Something begun on this tablet and not saved as a record yet. */
export type Unfinished =
  | { readonly sort: 'check'; readonly key: string; readonly source: SourceKey }
  /** A new source: its name as typed, '' if none was; `corrects` is the id of the record being corrected, '' if none. */
  | { readonly sort: 'found'; readonly name: string; readonly corrects: string }
  /** A report on a case, by the case's id. */
  | { readonly sort: 'case'; readonly id: string }

/** What the draft under a key is; null if nothing was entered, or the draft is of another sort. */
async function unfinishedOf(key: string): Promise<Unfinished | null> {
  const source = sourceOfDraft(key)
  if (source) return { sort: 'check', key, source }
  const id = caseOfDraft(key)
  if (key !== FOUND_DRAFT && id === null) return null
  const kept = (await ledger().draft(key))?.draft
  if (id !== null) return isNothingReported(readCaseDraft(kept)) ? null : { sort: 'case', id }
  const found = readFoundDraft(kept)
  return isNothingFound(found) ? null : { sort: 'found', name: found.name.trim(), corrects: found.corrects }
}

/** Everything that was begun on this tablet and is not a record yet, once it is all on the disk. */
export async function unfinishedDrafts(): Promise<readonly Unfinished[]> {
  await draftsSaved()
  const all = await Promise.all((await ledger().draftKeys()).map(unfinishedOf))
  return all.filter((each) => each !== null)
}

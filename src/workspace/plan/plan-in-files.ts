import { isPlan, isPlanName } from '@/domain/plan/is-plan'
import type { Problem, Result } from '@/domain/problem'
import type { DataPackage } from '@/io/package/open-package'
import { bodiesOf } from './propose-plan'

/** Reads the text of a plan document; the caller decides in which thread. */
export type ReadPlanText = (file: File) => Promise<Result<string>>

/** No plan is longer; a larger text is data. */
const MAX_TEXT_BYTES = 4e6

/**
 * Returns a problem if a file dropped among data files is the city's plan, which has its own import. Null for all
 * other files, including Word documents with tables but no clauses.
 */
export async function planAmongFiles(
  file: File,
  pack: Pick<DataPackage, 'clauses' | 'rules' | 'settings'>,
  readText: ReadPlanText,
): Promise<Problem | null> {
  const { name, size } = file
  if (/\.pdf$/i.test(name)) return isPlanName(name) ? { code: 'plan-pdf', file: name } : null
  if (!(/\.docx$/i.test(name) || (/\.txt$/i.test(name) && size <= MAX_TEXT_BYTES))) return null
  // If the text can't be read, reading it as a table reports that.
  const { value: text } = await readText(file)
  return text !== null && isPlan(text, bodiesOf(pack), pack.settings.year + 1)
    ? { code: 'file-is-plan', file: name }
    : null
}

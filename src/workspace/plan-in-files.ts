import { isPlan, isPlanName } from '@/domain/plan/is-plan'
import type { Problem, Result } from '@/domain/problem'
import type { DataPackage } from '@/io/package/open-package'
import { bodiesOf } from './propose-plan'

/** Reads the text of a document of a plan; where it runs is the caller's choice. */
export type ReadPlanText = (file: File) => Promise<Result<string>>

/** No plan is longer: a larger text is data. */
const MOST_TEXT_BYTES = 4e6

/**
 * Why a file that was dropped among data files is none of them: it is the city's plan, which has a reader of its own. Null for
 * everything else, as for a document of Word that has tables and no clauses.
 */
export async function planAmongFiles(
  file: File,
  pack: Pick<DataPackage, 'clauses' | 'rules' | 'settings'>,
  readText: ReadPlanText,
): Promise<Problem | null> {
  const { name, size } = file
  if (/\.pdf$/i.test(name)) return isPlanName(name) ? { code: 'plan-pdf', file: name } : null
  if (!(/\.docx$/i.test(name) || (/\.txt$/i.test(name) && size <= MOST_TEXT_BYTES))) return null
  // What can't be read as text is said by whoever reads it as a table.
  const { value: text } = await readText(file)
  return text !== null && isPlan(text, bodiesOf(pack), pack.settings.year + 1)
    ? { code: 'file-is-plan', file: name }
    : null
}

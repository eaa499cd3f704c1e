import type { TargetRole } from '@/domain/intake/recognise/target'
import type { Result } from '@/domain/problem'
import type { TemplateWords } from '@/io/export/template'
import type { DeskWords } from '@/workspace/import/desk-words'
import type { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemChoice } from '@/workspace/import/item-choice'
import type { Progress } from '@/workspace/import/read-item'
import { targetOf } from '@/workspace/package-draft'
import { type PlanRef, planWording } from '@/workspace/plan/plan-wording'
import { type PlanProposal, proposePlan } from '@/workspace/plan/propose-plan'
import type { Workspace } from '@/workspace/workspace'
import { loadedOnce } from './loaded-once'
import { readInWorker, readPlanInWorker } from './read-in-worker'

/** Questions of the page on importing files: tables, plans, and the templates that offices fill in. */
export function importApi(workspace: Workspace) {
  /** The code that reads files is loaded with the first file, so that the map does not wait for it. */
  const desk = loadedOnce(async () => {
    const { ImportDesk } = await import('@/workspace/import/import-desk')
    return new ImportDesk(workspace, readInWorker, readPlanInWorker)
  })
  /** A file dropped early waits for the package. */
  async function imports(): Promise<ImportDesk> {
    await workspace.whenOpened()
    return desk()
  }
  return {
    /** Loads the code that reads files and prepares the package's knowledge, so that the first file does not wait. */
    readyForFiles: async () => (await imports()).ready(),
    addFile: async (file: File, bytes: number, progress: (progress: Progress) => void, isData = false) =>
      (await imports()).add(file, bytes, progress, isData),
    changeItem: async (id: number, choice: ItemChoice, progress: (progress: Progress) => void) =>
      (await imports()).change(id, choice, progress),
    itemViews: async (ids: readonly number[]) => (await imports()).views(ids),
    removeItem: async (id: number) => (await imports()).remove(id),
    itemRow: async (id: number, row: number) => (await imports()).row(id, row),
    writeBadRows: async (id: number, words: DeskWords) => (await imports()).badRows(id, words),
    cancelImport: async () => (await imports()).cancel(),
    importItems: async (ids: readonly number[], words: DeskWords) => (await imports()).takeOver(ids, words, Date.now()),

    async planWording(file: File, of: PlanRef): Promise<Result<ReadonlyMap<number, string>>> {
      const { value: text, problems } = await readPlanInWorker(file)
      if (text === null) return { value: null, problems }
      return planWording(text, file.name, of)
    },
    async readPlan(file: File): Promise<Result<PlanProposal>> {
      await workspace.whenOpened()
      const { value: text, problems } = await readPlanInWorker(file)
      return text === null ? { value: null, problems } : proposePlan(text, file.name, workspace.copy.opened.pack)
    },
    /** Reads the text of a plan under review again, as one of another year. */
    readPlanOfYear: (text: string, file: string, year: number): Result<PlanProposal> =>
      proposePlan(text, file, workspace.copy.opened.pack, year),
    async writeTemplate(role: TargetRole, words: TemplateWords) {
      const { writeTemplate } = await import('@/io/export/template')
      const { fields } = targetOf(workspace.copy.opened, role)
      return writeTemplate(
        fields.filter(({ isWorkedOut }) => !isWorkedOut),
        words,
      )
    },
  }
}

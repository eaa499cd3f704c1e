import type { CityFacts } from '@/domain/city/city-facts'
import { ruleDifferences } from '@/domain/rules/rule-difference'
import type { MeetingSettings } from '@/io/package/descriptor'
import { summarisePackage } from '@/workspace/package-summary'
import type { PlanAdoption } from '@/workspace/plan/plan-adoption'
import { readRulesFile } from '@/workspace/plan/rules-file'
import type { RuleChange } from '@/workspace/plan/write-rules'
import type { Publication } from '@/workspace/publish'
import type { Workspace } from '@/workspace/workspace'
import type { CellEdit, EditReason } from '@/workspace/write-edits'
import type { KindChange } from '@/workspace/write-kinds'

/** Changes to the package, each stored as a version, and the package as a file. */
export const versionApi = (workspace: Workspace) => ({
  adoptPlan: (adoption: PlanAdoption, label: string) => workspace.adoptPlan(adoption, label, Date.now()),
  listVersions: () => workspace.versions(),
  restoreVersion: (id: number | null) => workspace.restore(id),
  undoVersion: (id: number) => workspace.undo(id),
  publishMonth: (publication: Publication, label: string) => workspace.publish(publication, label, Date.now()),
  saveMeeting: (change: Partial<MeetingSettings>, label: string) => workspace.saveMeeting(change, label, Date.now()),
  editCells: (edits: readonly CellEdit[], reason: Omit<EditReason, 'at'>, label: string) =>
    workspace.editCells(edits, { ...reason, at: Date.now() }, label),
  changeRules: (changes: readonly RuleChange[], reason: Omit<EditReason, 'at'>, label: string) =>
    workspace.changeRules(changes, { ...reason, at: Date.now() }, label),
  changeKind: (change: KindChange, reason: Omit<EditReason, 'at'>, label: string) =>
    workspace.changeKind(change, { ...reason, at: Date.now() }, label),
  async rulesSinceBefore() {
    const before = await workspace.rulesBefore()
    return before && ruleDifferences(before, workspace.copy.opened.pack.rules)
  },
  rulesFile: () => workspace.rulesFile(),
  readRules: (file: File) => readRulesFile(file, workspace.copy.opened),
  async keepCity(facts: CityFacts, founded: string | null, label: string) {
    await workspace.whenOpened()
    return workspace.keepCity(facts, founded, label, Date.now())
  },
  checkPackage: () => workspace.check(),
  packWorkspace: async () => ({ ...(await workspace.pack()), holds: summarisePackage(workspace.copy) }),
  async unpackWorkspace(file: File) {
    await workspace.whenOpened()
    return workspace.unpack(file, Date.now())
  },
})

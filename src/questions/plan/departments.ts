import type { IsoDay } from '@/domain/calendar'
import { departmentKinds, departmentNamesOf, type NamedDepartments } from '@/domain/rules/departments'
import { cacheLast, memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { rowLeadsOf } from './leads'

/** The departments of an opened package; cached. */
export const departmentsOf = memoOf((opened: OpenedPackage): NamedDepartments => {
  const { rules, clauses } = opened.pack
  return { rules, clauses, rowLeads: rowLeadsOf(opened), departmentNames: departmentNamesOf(rules, clauses) }
})

/** Which kinds concern which departments on a day; cached for the last day asked. */
export const departmentKindsOn = cacheLast((named: NamedDepartments, day: IsoDay) => departmentKinds(named, day))

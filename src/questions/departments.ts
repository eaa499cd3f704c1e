import type { IsoDay } from '@/domain/calendar'
import { departmentKinds, departmentNamesOf, type NamedDepartments } from '@/domain/rules/departments'
import { rowLeadsOf } from './leads'
import { cacheLast, memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/** The departments of an opened package; cached. */
export const departmentsOf = memoOf((opened: OpenedPackage): NamedDepartments => {
  const { rules, clauses } = opened.pack
  return { rules, clauses, rowLeads: rowLeadsOf(opened), departmentNames: departmentNamesOf(rules, clauses) }
})

/** Which kinds concern which departments on a day; cached for the last day asked. */
export const departmentKindsOn = cacheLast((named: NamedDepartments, day: IsoDay) => departmentKinds(named, day))

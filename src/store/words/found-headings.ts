import { type FoundColumn, isFoundColumn } from '@/domain/sources/kinds/reserved'

/** Headings of finding columns, in the table and in files. */
export const FOUND_HEADINGS = {
  overdueDays: 'data.export.overdue',
  unmet: 'data.export.rule',
  unmetSince: 'data.export.since',
  unmetDue: 'data.export.due',
  unmetLeads: 'data.export.lead',
} as const satisfies Readonly<Record<FoundColumn, string>>

/** Whether a column of the table says what the app made of the rules' findings, instead of what the data say. */
export const isJudged = (name: string): boolean => name === 'status' || isFoundColumn(name)

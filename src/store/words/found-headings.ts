import type { FoundColumn } from '@/domain/sources/kinds/reserved'

/** Headings of finding columns, in the table and in files. */
export const FOUND_HEADINGS = {
  overdueDays: 'data.export.overdue',
  unmet: 'data.export.rule',
  unmetSince: 'data.export.since',
  unmetDue: 'data.export.due',
  unmetLeads: 'data.export.lead',
} as const satisfies Readonly<Record<FoundColumn, string>>

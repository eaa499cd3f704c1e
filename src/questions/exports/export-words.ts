import type { StateName } from '@/domain/rules/status'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { ExportTable } from '@/io/export/export'
import type { TracksEffect } from '@/questions/monitors/measured-facts'

/** What to export: the shown sources, or one row per finding. */
export type ExportWhat = 'sources' | 'findings'

/** Words of an export, in the page's language. */
export interface ExportWords {
  readonly title: string
  readonly about: NonNullable<ExportTable['about']>
  readonly headings: Readonly<
    Record<
      | 'kind'
      | 'code'
      | 'codeBy'
      | 'name'
      | 'county'
      | 'class'
      | 'status'
      | 'overdue'
      | 'clause'
      | 'rule'
      | 'since'
      | 'due'
      | 'lead'
      | 'lon'
      | 'lat',
      string
    >
  >
  /** Headings of what trucks' tracks say about trips, and whether they decide. */
  readonly tracks: Readonly<Record<'days' | 'hauls' | 'byDay' | 'trucks' | 'role' | TracksEffect, string>>
  /** What stands under `codeBy` beside a code that Chentu generated. */
  readonly madeCode: string
  /**
   * Headings of what the app worked out, for a file in which a column of the data has the same heading. By the plain
   * heading.
   */
  readonly judged: Readonly<Record<string, string>>
  /** Appended to a requirement for which a person has to look whether it is met. */
  readonly toVerify: string
  readonly kinds: Readonly<Record<KindId, string>>
  readonly statuses: Readonly<Record<StateName, string>>
  readonly classes: Readonly<Record<DataClass, string>>
}

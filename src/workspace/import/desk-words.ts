import type { IsoDay } from '@/domain/calendar'
import { correctionText } from '@/domain/dustfall/publication'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { ImportItem } from './import-item'
import type { ItemWords } from './write-item'

/** Words for files, in the page's language. */
export interface DeskWords {
  readonly roles: Readonly<Record<TargetRole, string>>
  readonly reason: string
  readonly rowNumber: string
  /** Problem texts by code and the words around them, with their placeholders, for the reason beside a bad row. */
  readonly problems: Readonly<Record<string, string>>
  readonly badRow: {
    /** How a reason names its column, and adds what the cells say; what separates the parts. */
    readonly at: string
    readonly cells: string
    readonly and: string
    /** How the expected text of a problem is said, by code. */
    readonly expected: Readonly<Record<string, string>>
  }
}

/** The words written into files with an item that is taken over on a day. */
export const itemWords = ({ roles }: DeskWords, { recognised, file }: ImportItem, today: IsoDay): ItemWords => ({
  title: roles[recognised.plan.role] ?? recognised.plan.role,
  points: roles['dustfall-points'] ?? 'dustfall-points',
  today,
  correction: (from, to) => correctionText({ day: today, from, to, reason: file.name }),
})

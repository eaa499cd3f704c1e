import type { IsoDay } from '@/domain/calendar'
import { correctionText } from '@/domain/dustfall/publication'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { ImportItem } from './import-item'
import type { ItemWords } from './write-item'

/** Words of the page's language that go into files. */
export interface DeskWords {
  readonly roles: Readonly<Record<TargetRole, string>>
  readonly reason: string
  readonly rowNumber: string
  /** A problem in words, for the reason beside a bad row. */
  readonly problems: Readonly<Record<string, string>>
}

/** The words that are written with an item that is taken over on a day. */
export const itemWords = ({ roles }: DeskWords, { recognised, file }: ImportItem, today: IsoDay): ItemWords => ({
  title: roles[recognised.plan.role] ?? recognised.plan.role,
  points: roles['dustfall-points'] ?? 'dustfall-points',
  today,
  correction: (from, to) => correctionText({ day: today, from, to, reason: file.name }),
})

import type { Field } from '@/domain/sources/kinds/field'
import { isAbsentMark, parseFlag, plainText } from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'
import { type AnsweredPercentages, answeredPercentages, parsePercentage, readPercentage } from './flag-percentages'
import type { FlagWords } from './flag-words'

/** How a word in a column of yes and no is read; `none`: not at all. */
export const FLAG_READINGS = ['yes', 'no', 'none'] as const
export type FlagReading = (typeof FLAG_READINGS)[number]

/** Key of a word of a field, for how a person wants it read. */
export const flagWordKey = (field: string, word: string) => `${field} ${word}`

/** How the yes and no of a table are read. */
export interface FlagPlan {
  /**
   * For each field that requirements read, whether they ask for yes. 符合 means that the requirement is met, so under
   * 围挡 it is a yes; under 露天装卸, which must not be, it could be either and is not read.
   */
  readonly wanted: ReadonlyMap<string, boolean>
  /** Fields whose heading says that their numbers are percent, without a sign in the cells. */
  readonly percent: ReadonlySet<string>
  /** By {@link flagWordKey}. */
  readonly chosen: Readonly<Record<string, FlagReading>>
}

/** Words that say whether a requirement is met. */
const MET = new Map([
  ...['符合', '达标', '合格', '到位', '已到位', '已落实', '落实', '落实到位', '满足', '符合要求'].map(
    (word) => [word, true] as const,
  ),
  ...[
    '不符合',
    '不达标',
    '未达标',
    '不合格',
    '不到位',
    '未到位',
    '未落实',
    '不落实',
    '落实不到位',
    '不满足',
    '不符合要求',
  ].map((word) => [word, false] as const),
])

/** How a person wants the percentages of a field read; null without an answer. */
function answersOf(field: string, { chosen, percent }: FlagPlan): AnsweredPercentages | null {
  const start = flagWordKey(field, '')
  return answeredPercentages(
    Object.entries(chosen).flatMap(([key, reading]) =>
      key.startsWith(start) && reading !== 'none' ? [[key.slice(start.length), reading === 'yes'] as const] : [],
    ),
    percent.has(field),
  )
}

/** Words per column that are noted; a column of other texts has too many to choose from. */
const MAX_WORDS = 40

/** Reads the cells of yes and no of a file's rows, and collects their words. */
export class FlagCells {
  private readonly columns: readonly {
    readonly field: Field
    readonly slot: number
    readonly words: Map<string, boolean | null>
    readonly answered: AnsweredPercentages | null
  }[]

  /** `present`: the fields whose cells are read, by slot. */
  constructor(
    present: readonly Field[],
    private readonly plan: FlagPlan,
  ) {
    this.columns = present.flatMap((field, slot) =>
      field.type === 'flag'
        ? [
            {
              ...{ field, slot, words: new Map<string, boolean | null>() },
              answered: answersOf(field.name, plan),
            },
          ]
        : [],
    )
  }

  /** Replaces the words of a row that need more than {@link parseFlag} by 是 and 否, and notes all words but absent ones. */
  read(hand: CurrentRow): void {
    for (const { field, slot, words, answered } of this.columns) {
      const cell = hand.cells[slot]!
      if (cell === '' || isAbsentMark(cell)) continue
      const word = plainText(cell)
      const reading = this.readingOf(field.name, word, answered)
      if (word !== '' && words.size < MAX_WORDS) words.set(word, reading)
      if (reading === false && (this.shareOf(field.name, word) ?? 100) < 100)
        hand.note({ code: 'percentage-below', seen: cell, action: 'assumed' }, field.headings[0]!)
      if (reading === parseFlag(cell)) continue
      if (reading === null) hand.note({ code: 'not-a-boolean', seen: cell, action: 'emptied' }, field.headings[0]!)
      hand.cells[slot] = reading === null ? '' : reading ? '是' : '否'
    }
  }

  private shareOf(field: string, word: string): number | null {
    return parsePercentage(word, this.plan.percent.has(field))
  }

  private readingOf(field: string, word: string, answered: AnsweredPercentages | null): boolean | null {
    const { wanted, percent, chosen } = this.plan
    const said = chosen[flagWordKey(field, word)]
    if (said !== undefined) return said === 'none' ? null : said === 'yes'
    const share = this.shareOf(field, word)
    if (share !== null) return readPercentage(share, wanted.get(field), answered)
    // Among 85 and 100, it may be 1 % as well as a yes.
    if (percent.has(field) && Number(word) === 1) return null
    const met = MET.get(word)
    if (met === undefined || wanted.get(field) === undefined) return parseFlag(word)
    return wanted.get(field) ? met : null
  }

  /** The columns with any word besides 是 and 否. */
  finish(): FlagWords[] {
    return this.columns.flatMap(({ field, words }) => {
      const read = (as: boolean | null) => [...words].flatMap(([word, is]) => (is === as ? [word] : []))
      const [yes, no, unread] = [read(true), read(false), read(null)]
      const isPlain = [...yes, ...no, ...unread].every((word) => word === '是' || word === '否')
      return isPlain && unread.length === 0 && !this.isChosen(field.name)
        ? []
        : [{ field: field.name, yes, no, unread }]
    })
  }

  private isChosen(field: string): boolean {
    return Object.keys(this.plan.chosen).some((key) => key.startsWith(flagWordKey(field, '')))
  }
}

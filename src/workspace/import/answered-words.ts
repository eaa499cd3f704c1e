import type { ImportItem } from './import-item'
import type { ItemChoice } from './item-choice'
import { fingerprint } from './item-memory'
import { planItem } from './read-item'

type FlagWords = NonNullable<ItemChoice['flagWords']>

/**
 * How a person wants words of yes and no read, by the headings of the file, since the desk is open. A file is often
 * dropped again before it is imported, without some of its rows: it must not ask again. What was imported is in the
 * browser's memory ({@link rememberItem}).
 */
export class AnsweredWords {
  private readonly known = new Map<string, FlagWords>()

  /** Notes what a person chose for an item. */
  note(item: ImportItem, { flagWords }: ItemChoice): void {
    if (!flagWords) return
    const at = fingerprint(item)
    this.known.set(at, { ...this.known.get(at), ...flagWords })
  }

  /** The item, planned with what was chosen for others with its headings. */
  apply(item: ImportItem): ImportItem {
    const known = this.known.get(fingerprint(item))
    if (!known) return item
    const choice = { ...item.choice, flagWords: { ...item.choice.flagWords, ...known } }
    return planItem({ ...item, choice, remembered: true })
  }
}
